let known: boolean | undefined;

/**
 * Whether the browser draws by WebGL 2, which MapLibre needs: not in old graphics drivers, some remote desktops and locked down machines. It takes long
 * to try where there is no graphics card.
 */
export function hasWebGl(): boolean {
  known ??= document.createElement('canvas').getContext('webgl2') !== null;
  return known;
}

/** Whether the browser draws by WebGL 2, which MapLibre needs: not in old graphics drivers, some remote desktops and locked down machines. */
export const hasWebGl: boolean = document.createElement('canvas').getContext('webgl2') !== null;

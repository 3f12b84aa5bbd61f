import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl';

/** Every layer of the map, the lowest first. */
const order = [
  'ground',
  'base-map',
  'zone-fill',
  'zone-dots',
  'zone-diagonal',
  'zone-cross',
  'zone-horizontal',
  'zone-vertical',
  'zone-hatched',
  'water',
  'zone-border',
  'kommune-border',
  'mark-halo',
  'mark-line',
  'boundary-halo',
  'boundary-official',
  'boundary-proxy',
  'names',
  'boundary-name',
  'sketch-fill',
  'sketch-halo',
  'sketch-line',
  'sketch-corner',
  'spot',
] as const;

/** A layer that has its place in the order. */
export type Layer = LayerSpecification & { readonly id: (typeof order)[number] };

/** Adds layers, each at its place among those that are there. */
export function lay(map: MapLibre, ...layers: readonly Layer[]): void {
  for (const layer of layers) {
    const above = order.slice(order.indexOf(layer.id) + 1).find(id => map.getLayer(id));
    map.addLayer(layer, above);
  }
}

/** Gives layers that are there already their paint anew. */
export function repaint(map: MapLibre, ...layers: readonly Layer[]): void {
  for (const { id, paint } of layers) {
    if (!map.getLayer(id)) continue;
    for (const [property, value] of Object.entries(paint ?? {})) map.setPaintProperty(id, property as never, value as never);
  }
}

// Streams outlines as deltas, with the client's own limit of a message: node outlines.mjs HOST:PORT '{"zone_set": ...}'
// Prints a line for each message: how many zones, and of each its code, the area that was sent, and area and perimeter of its outline.
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { polygonsOf } from './delta.mjs';

const [address, request] = process.argv.slice(2);
const types = loadSync('bolyst/v1/zone_service.proto', { includeDirs: [fileURLToPath(new URL('../../../protos', import.meta.url))], keepCase: true, enums: String, defaults: true });
const client = new (grpc.loadPackageDefinition(types).bolyst.v1.ZoneService)(address, grpc.credentials.createInsecure());

const sum = (ring, term) => ring.slice(1).reduce((total, to, i) => total + term(ring[i], to), 0);
const areaOf = (ring) => Math.abs(sum(ring, ([x1, y1], [x2, y2]) => (x1 - ring[0][0]) * (y2 - ring[0][1]) - (x2 - ring[0][0]) * (y1 - ring[0][1]))) / 2;
const lengthOf = (ring) => sum(ring, ([x1, y1], [x2, y2]) => Math.hypot(x2 - x1, y2 - y1));

function measured({ ref, shape, geometry }) {
  const polygons = polygonsOf(geometry.delta);
  return {
    code: ref.code,
    area_m2: shape.area_m2,
    area: polygons.reduce((total, [shell, ...holes]) => total + areaOf(shell) - holes.reduce((hollow, hole) => hollow + areaOf(hole), 0), 0),
    perimeter: polygons.flat().reduce((total, ring) => total + lengthOf(ring), 0),
    resolution: geometry.delta.resolution,
  };
}

const call = client.streamZones({ view: 'ZONE_VIEW_FULL', geometry: { encoding: 'GEOMETRY_ENCODING_DELTA' }, ...JSON.parse(request) });
call.on('data', ({ zones }) => console.log(JSON.stringify(zones.map(measured))));
call.on('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
call.on('end', () => client.close());

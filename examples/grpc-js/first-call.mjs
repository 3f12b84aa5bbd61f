// What is loaded: node first-call.mjs [HOST:PORT]
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

const protos = fileURLToPath(new URL('../../protos', import.meta.url));
const { bolyst } = grpc.loadPackageDefinition(
  loadSync('bolyst/v1/zone_service.proto', { includeDirs: [protos], keepCase: true, defaults: true }));
const zones = new bolyst.v1.ZoneService(process.argv[2] ?? 'localhost:5081', grpc.credentials.createInsecure());

zones.ListZoneSets({}, (error, answer) => {
  if (error) throw error;
  for (const set of answer.zone_sets) console.log(`${set.key}: ${set.zone_count} zones, ${set.name.nb}`);
});

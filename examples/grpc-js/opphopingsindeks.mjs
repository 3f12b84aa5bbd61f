// The opphopingsindeks of the 428 kommuner of 2013, one of them explained, and Oslo's bydeler compared: node opphopingsindeks.mjs [HOST:PORT]
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import grpc from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

const address = process.argv[2] ?? 'localhost:5081';
const protos = fileURLToPath(new URL('../../protos', import.meta.url));

/** Calls a method of a service and waits for its answer. */
async function call(service, file, method, request) {
  const { bolyst } = grpc.loadPackageDefinition(
    loadSync(`bolyst/v1/${file}.proto`, { includeDirs: [protos], keepCase: true, enums: String, defaults: true, oneofs: true }));
  const client = new bolyst.v1[service](address, grpc.credentials.createInsecure());
  const answer = await promisify(client[method].bind(client))(request);
  client.close();
  return answer;
}

/** A number, or the reason why there is none. */
const said = (measured) => (measured.result === 'value' ? measured.value : measured.reason.text);

const query = {
  zone_set: 'kommune-2013',
  period: '2013',
  product: {
    factors: [
      { indicator: 'persistent-low-income', scale: 0.01 },
      { indicator: 'unemployed', scale: 0.01 },
      { indicator: 'social-assistance', scale: 0.01 },
    ],
  },
  weight_indicator: 'population',
};

const index = await call('IndexService', 'index_service', 'GetOpphopingsindeks', { query });
const numbers = index.raw.filter((number) => !Number.isNaN(number));
console.log(`${numbers.length} of ${index.codes.length} kommuner have a number`);
console.log(`sha256 of the numbers: ${createHash('sha256').update(Buffer.from(new Float64Array(numbers).buffer)).digest('hex')}`);
for (const { code, reason } of index.missing) console.log(`${code}: ${reason.text}`);

const oslo = await call('IndexService', 'index_service', 'ExplainIndex', { query, code: '0301' });
console.log(`${oslo.zone.name}: ${said(oslo.raw)}, rank ${said(oslo.rank)} of ${oslo.ranked_zones}, made of`);
for (const { selection, value } of oslo.factors) console.log(`  ${selection.indicator} ${selection.period}: ${said(value)}`);

const { zones } = await call('ZoneService', 'zone_service', 'ListZones', {
  zone_set: 'bydel-2013', parent: { zone_set: 'kommune-2013', code: '0301' },
});
const comparison = await call('ComparisonService', 'comparison_service', 'CompareZones', {
  zones: zones.map(({ ref }) => ref), selections: [{ indicator: 'persistent-low-income', period: '2013' }],
});
comparison.zones.forEach(({ name }, position) => {
  const { value } = comparison.comparisons[0].values[position];
  console.log(`${name}: ${value.value ?? value.status}`);
});

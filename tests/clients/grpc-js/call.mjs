// Calls one method of Bolyst with a request in JSON: node call.mjs HOST:PORT Service/Method '{...}' [deadline in seconds]
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import protobuf from 'protobufjs';

const pathOf = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const fileOf = (service) => `bolyst/v1/${service.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase()}.proto`;

function clientOf(service, address) {
  const types = loadSync(fileOf(service), {
    includeDirs: [pathOf('../../../protos')], keepCase: true, longs: String, enums: String, arrays: true, defaults: true, oneofs: false,
  });
  const Client = grpc.loadPackageDefinition(types).bolyst.v1[service];
  return new Client(address, grpc.credentials.createInsecure(), { 'grpc.max_receive_message_length': -1 });
}

// JSON has neither NaN nor bytes; as in protobuf's own JSON, they are written as text.
const jsonOf = (message) => JSON.stringify(message, (_, value) => {
  if (Number.isNaN(value)) return 'NaN';
  return value?.type === 'Buffer' ? Buffer.from(value.data).toString('base64') : value;
});

function faultOf(error) {
  const fault = { code: grpc.status[error.code], message: error.details };
  const [encoded] = error.metadata?.get('grpc-status-details-bin') ?? [];
  if (encoded) {
    const types = protobuf.loadSync(pathOf('../protos/bolyst/clients/status.proto'));
    const read = (name, bytes) => types.lookupType(`bolyst.clients.${name}`).decode(bytes);
    for (const detail of read('Status', encoded).details) {
      const name = detail.type_url.split('.').pop();
      if (name === 'ErrorInfo') fault.reason = read(name, detail.value).reason;
      if (name === 'BadRequest') fault.fields = read(name, detail.value).fieldViolations.map((violation) => violation.field);
    }
  }
  return fault;
}

const [address, path, request = '{}', seconds = '30'] = process.argv.slice(2);
if (!path?.includes('/')) {
  console.error("usage: node call.mjs HOST:PORT Service/Method '{...}' [deadline in seconds]");
  process.exit(2);
}

const [service, method] = path.split('/');
const client = clientOf(service, address);
const deadline = new Date(Date.now() + Number(seconds) * 1000);
const fail = (error) => {
  console.error(jsonOf(faultOf(error)));
  process.exitCode = 1;
  client.close();
};

if (client[method].responseStream) {
  const call = client[method](JSON.parse(request), new grpc.Metadata(), { deadline });
  call.on('data', (message) => console.log(jsonOf(message)));
  call.on('error', fail);
  call.on('end', () => client.close());
} else {
  client[method](JSON.parse(request), new grpc.Metadata(), { deadline }, (error, message) => {
    if (error) return fail(error);
    console.log(jsonOf(message));
    client.close();
  });
}

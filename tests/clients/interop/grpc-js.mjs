// The official interoperability cases by @grpc/grpc-js: node grpc-js.mjs HOST:PORT DESCRIPTOR_SET
// Field names are those of the .proto files: proto-loader keeps them for descriptor sets.
import { readFileSync } from "node:fs";
import grpc from "@grpc/grpc-js";
import { loadFileDescriptorSetFromBuffer } from "@grpc/proto-loader";
import * as the from "./cases.mjs";

const { equal } = the;
const [address, descriptors] = process.argv.slice(2);
const { grpc: { testing } } = grpc.loadPackageDefinition(loadFileDescriptorSetFromBuffer(readFileSync(descriptors)));
const credentials = grpc.credentials.createInsecure();
const plain = new testing.TestService(address, credentials);
const gzip = new testing.TestService(address, credentials, { "grpc.default_compression_algorithm": grpc.compressionAlgorithms.gzip });
const unknown = new testing.UnimplementedService(address, credentials);

const body = (size) => ({ body: Buffer.alloc(size) });

// Resolves with what came of a unary call, whether it succeeded or not.
function call(client, method, request, { metadata = new grpc.Metadata(), ...options } = {}) {
  return new Promise((resolve) => {
    const outcome = {};
    const made = client[method](request, metadata, options, (error, response) => { outcome.error = error; outcome.response = response; });
    made.on("metadata", (headers) => { outcome.headers = headers; });
    made.on("status", (status) => { outcome.status = status; setImmediate(() => resolve(outcome)); });
  });
}

// Collects what comes of a stream; `each` sees every message and the stream.
function follow(stream, each = () => {}) {
  return new Promise((resolve) => {
    const outcome = { messages: [] };
    stream.on("metadata", (headers) => { outcome.headers = headers; });
    stream.on("data", (message) => { outcome.messages.push(message); each(message, outcome.messages.length); });
    stream.on("error", () => {});
    stream.on("status", (status) => { outcome.status = status; setImmediate(() => resolve(outcome)); });
  });
}

function upload(client, messages) {
  return new Promise((resolve, reject) => {
    const stream = client.streamingInputCall((error, response) => (error ? reject(error) : resolve(response)));
    messages.forEach((message) => stream.write(message));
    stream.end();
  });
}

const metadata = () => {
  const sent = new grpc.Metadata();
  sent.set(the.echoInitial, the.initialValue);
  sent.set(the.echoTrailing, Buffer.from(the.trailingValue));
  return sent;
};

const echoed = ({ headers, status }) => {
  equal(status.code, grpc.status.OK, "status");
  equal(headers.get(the.echoInitial)[0], the.initialValue, "initial metadata");
  equal(status.metadata.get(the.echoTrailing)[0].toString("hex"), "ababab", "trailing metadata");
};

const sizes = (messages) => messages.map((message) => message.payload.body.length).join();

await the.run({
  async empty_unary() {
    equal((await call(plain, "emptyCall", {})).status.code, grpc.status.OK, "status");
  },
  async large_unary() {
    const { response } = await call(plain, "unaryCall", { response_size: the.largeResponse, payload: body(the.largeRequest) });
    equal(response.payload.body.length, the.largeResponse, "size");
  },
  async client_compressed_unary() {
    const probe = await call(plain, "unaryCall", { expect_compressed: { value: true }, payload: body(the.largeRequest) });
    equal(probe.status.code, grpc.status.INVALID_ARGUMENT, "status of the probe");
    const { response } = await call(gzip, "unaryCall", { expect_compressed: { value: true }, response_size: the.largeResponse, payload: body(the.largeRequest) });
    equal(response.payload.body.length, the.largeResponse, "size");
  },
  async server_compressed_unary() {
    for (const value of [true, false]) {
      const { response } = await call(plain, "unaryCall", { response_compressed: { value }, response_size: the.largeResponse, payload: body(the.largeRequest) });
      equal(response.payload.body.length, the.largeResponse, "size");
    }
  },
  async client_streaming() {
    const { aggregated_payload_size } = await upload(plain, the.requestSizes.map((size) => ({ payload: body(size) })));
    equal(aggregated_payload_size, 74922, "sum");
  },
  async client_compressed_streaming() {
    const { aggregated_payload_size } = await upload(gzip, [27182, 45904].map((size) => ({ expect_compressed: { value: true }, payload: body(size) })));
    equal(aggregated_payload_size, 73086, "sum");
  },
  async server_streaming() {
    const { messages } = await follow(plain.streamingOutputCall({ response_parameters: the.responseSizes.map((size) => ({ size })) }));
    equal(sizes(messages), the.responseSizes.join(), "sizes");
  },
  async server_compressed_streaming() {
    const response_parameters = [{ size: 31415, compressed: { value: true } }, { size: 92653, compressed: { value: false } }];
    const { messages } = await follow(plain.streamingOutputCall({ response_parameters }));
    equal(sizes(messages), "31415,92653", "sizes");
  },
  async ping_pong() {
    const stream = plain.fullDuplexCall();
    const send = (index) => stream.write({ response_parameters: [{ size: the.responseSizes[index] }], payload: body(the.requestSizes[index]) });
    send(0);
    const { messages, status } = await follow(stream, (_, count) => (count < 4 ? send(count) : stream.end()));
    equal(sizes(messages), the.responseSizes.join(), "sizes");
    equal(status.code, grpc.status.OK, "status");
  },
  async empty_stream() {
    const stream = plain.fullDuplexCall();
    stream.end();
    const { messages, status } = await follow(stream);
    equal(messages.length, 0, "messages");
    equal(status.code, grpc.status.OK, "status");
  },
  async custom_metadata() {
    echoed(await call(plain, "unaryCall", { response_size: the.largeResponse, payload: body(the.largeRequest) }, { metadata: metadata() }));
    const stream = plain.fullDuplexCall(metadata());
    stream.write({ response_parameters: [{ size: the.largeResponse }], payload: body(the.largeRequest) });
    stream.end();
    echoed(await follow(stream));
  },
  async status_code_and_message() {
    const response_status = { code: 2, message: the.statusMessage };
    const unary = await call(plain, "unaryCall", { response_status });
    equal(unary.status.code, grpc.status.UNKNOWN, "status");
    equal(unary.status.details, the.statusMessage, "message");
    const stream = plain.fullDuplexCall();
    stream.write({ response_status });
    stream.end();
    const { status } = await follow(stream);
    equal(status.code, grpc.status.UNKNOWN, "status of the stream");
    equal(status.details, the.statusMessage, "message of the stream");
  },
  async special_status_message() {
    const { status } = await call(plain, "unaryCall", { response_status: { code: 2, message: the.specialMessage } });
    equal(status.details, the.specialMessage, "message");
  },
  async unimplemented_method() {
    equal((await call(plain, "unimplementedCall", {})).status.code, grpc.status.UNIMPLEMENTED, "status");
  },
  async unimplemented_service() {
    equal((await call(unknown, "unimplementedCall", {})).status.code, grpc.status.UNIMPLEMENTED, "status");
  },
  async cancel_after_begin() {
    const stream = plain.streamingInputCall(() => {});
    const status = new Promise((resolve) => { stream.on("status", resolve); });
    await the.sleep(50);
    stream.cancel();
    equal((await status).code, grpc.status.CANCELLED, "status");
  },
  async cancel_after_first_response() {
    const stream = plain.fullDuplexCall();
    stream.write({ response_parameters: [{ size: 31415 }], payload: body(27182) });
    const { status } = await follow(stream, () => stream.cancel());
    equal(status.code, grpc.status.CANCELLED, "status");
  },
  async timeout_on_sleeping_server() {
    const stream = plain.fullDuplexCall({ deadline: Date.now() + 20 });
    stream.write({ payload: body(27182), response_parameters: [{ size: 1, interval_us: 60_000_000 }] });
    equal((await follow(stream)).status.code, grpc.status.DEADLINE_EXCEEDED, "status");
  },
});
[plain, gzip, unknown].forEach((client) => client.close());

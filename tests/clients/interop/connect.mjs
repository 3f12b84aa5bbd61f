// gRPC-Web, Connect and gRPC by connect-web and connect-node: node connect.mjs HTTP1_URL HTTP2_URL DESCRIPTOR_SET
import { readFileSync } from "node:fs";
import { createFileRegistry, fromBinary } from "@bufbuild/protobuf";
import { FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";
import { Code, ConnectError, createClient } from "@connectrpc/connect";
import * as node from "@connectrpc/connect-node";
import * as web from "@connectrpc/connect-web";
import * as the from "./cases.mjs";

const { equal } = the;
const [http1, http2, descriptors] = process.argv.slice(2);
const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, readFileSync(descriptors)));
const TestService = registry.getService("grpc.testing.TestService");
const UnimplementedService = registry.getService("grpc.testing.UnimplementedService");

const nodeOptions = { baseUrl: http2, httpVersion: "2" };
const transports = {
  "connect-web, Connect, JSON": web.createConnectTransport({ baseUrl: http1, useBinaryFormat: false }),
  "connect-web, Connect, proto": web.createConnectTransport({ baseUrl: http1, useBinaryFormat: true }),
  "connect-web, Connect, GET": web.createConnectTransport({ baseUrl: http1, useHttpGet: true }),
  "connect-web, gRPC-Web, proto": web.createGrpcWebTransport({ baseUrl: http1, useBinaryFormat: true }),
  "connect-web, gRPC-Web, JSON": web.createGrpcWebTransport({ baseUrl: http1, useBinaryFormat: false }),
  "connect-node, Connect, HTTP/2": node.createConnectTransport(nodeOptions),
  "connect-node, Connect, HTTP/1.1": node.createConnectTransport({ baseUrl: http1, httpVersion: "1.1" }),
  "connect-node, Connect, gzip": node.createConnectTransport({ ...nodeOptions, sendCompression: node.compressionGzip }),
  "connect-node, gRPC-Web": node.createGrpcWebTransport(nodeOptions),
  "connect-node, gRPC": node.createGrpcTransport(nodeOptions),
  "connect-node, gRPC, gzip": node.createGrpcTransport({ ...nodeOptions, sendCompression: node.compressionGzip }),
};

const payload = (size) => ({ body: new Uint8Array(size) });

async function failure(promise) {
  try {
    await promise;
  } catch (error) {
    return ConnectError.from(error);
  }
  throw new Error("succeeded");
}

async function all(stream) {
  const sizes = [];
  for await (const message of stream) {
    sizes.push(message.payload.body.length);
  }
  return sizes.join();
}

const unaryCases = (client, unknown) => ({
  async empty_unary() {
    await client.emptyCall({});
  },
  async large_unary() {
    const answer = await client.unaryCall({ responseSize: the.largeResponse, payload: payload(the.largeRequest) });
    equal(answer.payload.body.length, the.largeResponse, "size");
  },
  async server_compressed_unary() {
    const answer = await client.unaryCall({ responseSize: the.largeResponse, responseCompressed: { value: true } });
    equal(answer.payload.body.length, the.largeResponse, "size");
  },
  async cacheable_unary() {
    let headers;
    const answer = await client.cacheableUnaryCall({ responseSize: 10 }, { onHeader: (received) => { headers = received; } });
    equal(answer.payload.body.length, 10, "size");
    equal(headers.get("cache-control"), "public, max-age=60", "cache-control");
  },
  async server_streaming() {
    equal(await all(client.streamingOutputCall({ responseParameters: the.responseSizes.map((size) => ({ size })) })), the.responseSizes.join(), "sizes");
  },
  async server_compressed_streaming() {
    const responseParameters = [{ size: 31415, compressed: { value: true } }, { size: 92653, compressed: { value: false } }];
    equal(await all(client.streamingOutputCall({ responseParameters })), "31415,92653", "sizes");
  },
  async custom_metadata() {
    let header;
    let trailer;
    await client.unaryCall({ responseSize: 1 }, {
      headers: { [the.echoInitial]: the.initialValue, [the.echoTrailing]: "q6ur" },
      onHeader: (received) => { header = received; },
      onTrailer: (received) => { trailer = received; },
    });
    equal(header.get(the.echoInitial), the.initialValue, "initial metadata");
    equal(trailer.get(the.echoTrailing), "q6ur", "trailing metadata");
  },
  async status_code_and_message() {
    const error = await failure(client.unaryCall({ responseStatus: { code: 2, message: the.statusMessage } }));
    equal(error.code, Code.Unknown, "status");
    equal(error.rawMessage, the.statusMessage, "message");
    const streamed = await failure(all(client.streamingOutputCall({ responseStatus: { code: 2, message: the.statusMessage } })));
    equal(streamed.code, Code.Unknown, "status of the stream");
    equal(streamed.rawMessage, the.statusMessage, "message of the stream");
  },
  async special_status_message() {
    equal((await failure(client.unaryCall({ responseStatus: { code: 2, message: the.specialMessage } }))).rawMessage, the.specialMessage, "message");
  },
  async unimplemented_method() {
    equal((await failure(client.unimplementedCall({}))).code, Code.Unimplemented, "status");
  },
  async unimplemented_service() {
    equal((await failure(unknown.unimplementedCall({}))).code, Code.Unimplemented, "status");
  },
  async timeout_on_sleeping_server() {
    const answers = client.streamingOutputCall({ responseParameters: [{ size: 1, intervalUs: 60_000_000 }] }, { timeoutMs: 50 });
    equal((await failure(all(answers))).code, Code.DeadlineExceeded, "status");
  },
});

const streamCases = (client) => ({
  async client_streaming() {
    async function* requests() {
      yield* the.requestSizes.map((size) => ({ payload: payload(size) }));
    }
    equal((await client.streamingInputCall(requests())).aggregatedPayloadSize, 74922, "sum");
  },
  async ping_pong() {
    let next;
    const answered = () => new Promise((resolve) => { next = resolve; });
    const sizes = [];
    async function* requests() {
      for (const [index, size] of the.responseSizes.entries()) {
        const answer = answered();
        yield { responseParameters: [{ size }], payload: payload(the.requestSizes[index]) };
        await answer;
      }
    }
    for await (const message of client.fullDuplexCall(requests())) {
      sizes.push(message.payload.body.length);
      next();
    }
    equal(sizes.join(), the.responseSizes.join(), "sizes");
  },
  async cancel_after_first_response() {
    const cancel = new AbortController();
    async function* requests() {
      yield { responseParameters: [{ size: 31415 }], payload: payload(27182) };
      await the.sleep(60_000);
    }
    const answers = client.fullDuplexCall(requests(), { signal: cancel.signal })[Symbol.asyncIterator]();
    equal((await answers.next()).value.payload.body.length, 31415, "size");
    cancel.abort();
    equal((await failure(answers.next())).code, Code.Canceled, "status");
  },
});

for (const [name, transport] of Object.entries(transports)) {
  const client = createClient(TestService, transport);
  const canStream = name.startsWith("connect-node") && !name.includes("1.1");
  const cases = { ...unaryCases(client, createClient(UnimplementedService, transport)), ...(canStream ? streamCases(client) : {}) };
  await the.run(Object.fromEntries(Object.entries(cases).map(([test, body]) => [`${test} (${name})`, body])));
}
process.exit(0);

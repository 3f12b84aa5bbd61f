// A generic client that knows no contract: asks the server for it, then calls a method it found.
// Field names are those of the .proto files: proto-loader keeps them for descriptor sets.
// node reflection.mjs HOST:PORT REFLECTION_DESCRIPTOR_SET v1|v1alpha
import { readFileSync } from "node:fs";
import grpc from "@grpc/grpc-js";
import { loadFileDescriptorSetFromBuffer } from "@grpc/proto-loader";
import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import { FileDescriptorProtoSchema, FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";
import * as the from "./cases.mjs";

const { equal } = the;
const [address, descriptors, version] = process.argv.slice(2);
const credentials = grpc.credentials.createInsecure();
const reflection = grpc.loadPackageDefinition(loadFileDescriptorSetFromBuffer(readFileSync(descriptors), { arrays: true })).grpc.reflection[version];
const client = new reflection.ServerReflection(address, credentials);

function ask(request) {
  return new Promise((resolve, reject) => {
    const stream = client.serverReflectionInfo();
    stream.on("data", (answer) => { stream.end(); resolve(answer); });
    stream.on("error", reject);
    stream.write(request);
  });
}

await the.run({
  async list_services() {
    const { list_services_response } = await ask({ list_services: "" });
    equal(
      list_services_response.service.map(({ name }) => name).join(),
      "bolyst.rpc.testing.ProbeService,grpc.health.v1.Health,grpc.reflection.v1.ServerReflection,grpc.reflection.v1alpha.ServerReflection,grpc.testing.TestService",
      "services",
    );
  },
  async file_by_filename() {
    const { file_descriptor_response } = await ask({ file_by_filename: "grpc/testing/messages.proto" });
    equal(fromBinary(FileDescriptorProtoSchema, file_descriptor_response.file_descriptor_proto[0]).name, "grpc/testing/messages.proto", "file");
  },
  async unknown_symbol() {
    equal((await ask({ file_containing_symbol: "no.such.Symbol" })).error_response.error_code, 5, "code");
  },
  async extensions() {
    const containing_type = "google.protobuf.MethodOptions";
    const { all_extension_numbers_response } = await ask({ all_extension_numbers_of_type: containing_type });
    equal(all_extension_numbers_response.extension_number.join(), "50001", "numbers");
    const { file_descriptor_response } = await ask({ file_containing_extension: { containing_type, extension_number: 50001 } });
    equal(fromBinary(FileDescriptorProtoSchema, file_descriptor_response.file_descriptor_proto[0]).name, "bolyst/rpc/testing/probe.proto", "file");
    equal((await ask({ all_extension_numbers_of_type: "grpc.testing.NoSuchMessage" })).error_response.error_code, 5, "code");
  },
  async call_what_was_found() {
    const { file_descriptor_response } = await ask({ file_containing_symbol: "grpc.testing.TestService.UnaryCall" });
    // Imports follow the files that need them; a set wants them before.
    const file = file_descriptor_response.file_descriptor_proto.map((bytes) => fromBinary(FileDescriptorProtoSchema, bytes)).reverse();
    const set = toBinary(FileDescriptorSetSchema, create(FileDescriptorSetSchema, { file }));
    const { grpc: { testing } } = grpc.loadPackageDefinition(loadFileDescriptorSetFromBuffer(Buffer.from(set)));
    const found = new testing.TestService(address, credentials);
    const response = await new Promise((resolve, reject) => {
      found.unaryCall({ response_size: 42 }, (error, answer) => (error ? reject(error) : resolve(answer)));
    });
    equal(response.payload.body.length, 42, "size");
    found.close();
  },
});
client.close();

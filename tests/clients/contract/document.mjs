// Writes docs/api from the comments in protos/: a page for each file, and an index. node document.mjs [--check]
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..", "..");
const target = join(root, "docs", "api");
const image = JSON.parse(execFileSync(join(here, "node_modules", ".bin", "buf"), ["build", join(root, "protos"), "-o", "-#format=json"], { maxBuffer: 1 << 28 }));

// Numbers of fields in google/protobuf/descriptor.proto, of which the paths of comments are made.
const FILE = { message: 4, enumeration: 5, service: 6, syntax: 12 };
const MESSAGE = { field: 2, nested: 3, enumeration: 4 };
const METHOD = 2;
const VALUE = 2;

const files = image.file.filter((file) => !file.name.startsWith("google/"));
const pageOf = (file) => `${basename(file.name, ".proto")}.md`;
const anchor = (name) => name.toLowerCase().replaceAll(".", "");

// Every message and enum by its full name, with the page it stands on.
const places = new Map();
for (const file of files) {
  const place = (prefix, types) => types.forEach((type) => {
    const name = prefix ? `${prefix}.${type.name}` : type.name;
    places.set(`.${file.package}.${name}`, { name, link: `${pageOf(file)}#${anchor(name)}` });
    place(name, [...(type.nestedType ?? []), ...(type.enumType ?? [])]);
  });
  place("", [...(file.messageType ?? []), ...(file.enumType ?? [])]);
}

const linked = (typeName) => {
  const place = places.get(typeName);
  return place ? `[${place.name}](${place.link})` : typeName.slice(1);
};

const scalar = (type) => type.replace("TYPE_", "").toLowerCase();

function typeOf(field, message) {
  const entry = (message.nestedType ?? []).find((nested) => nested.options?.mapEntry && field.typeName?.endsWith(`.${message.name}.${nested.name}`));
  if (entry) {
    return `map of ${entry.field.map((part) => typeOf(part, entry)).join(" to ")}`;
  }
  const name = field.typeName ? linked(field.typeName) : scalar(field.type);
  return field.label === "LABEL_REPEATED" ? `repeated ${name}` : field.proto3Optional ? `optional ${name}` : name;
}

const cell = (text) => text.replaceAll("|", "\\|").replace(/\n\s*\n/g, "<br><br>").replaceAll("\n", " ");

function pageFor(file) {
  const comments = new Map((file.sourceCodeInfo?.location ?? []).map(({ path, leadingComments }) => [path?.join() ?? "", leadingComments]));
  const comment = (...path) => (comments.get(path.join()) ?? "").split("\n").map((line) => line.trim()).join("\n").trim();
  const lines = [`# ${basename(file.name)}`, "", `Package \`${file.package}\`. Written by tests/clients/contract/document.mjs from the comments in \`protos/${file.name}\`.`, ""];
  const syntax = comment(FILE.syntax);
  if (syntax) {
    lines.push(syntax, "");
  }

  (file.service ?? []).forEach((service, s) => {
    lines.push(`## ${service.name}`, "", comment(FILE.service, s), "");
    service.method.forEach((method, m) => {
      const path = `${file.package}.${service.name}/${method.name}`;
      const stream = (isStream, type) => `${isStream ? "stream of " : ""}${linked(type)}`;
      lines.push(
        `### ${service.name}.${method.name}`, "",
        `${stream(method.clientStreaming, method.inputType)} → ${stream(method.serverStreaming, method.outputType)}`, "",
        comment(FILE.service, s, METHOD, m), "",
      );
      if (!method.clientStreaming && !method.serverStreaming) {
        lines.push("```", `curl http://localhost:5080/${path} --json '{}'`, "```", "");
      }
      if (method.options?.idempotencyLevel === "NO_SIDE_EFFECTS") {
        const isUnary = !method.clientStreaming && !method.serverStreaming;
        lines.push(isUnary ? "Changes nothing: may be retried, called by GET and cached." : "Changes nothing: may be retried.", "");
      }
    });
  });

  const writeEnum = (enumeration, name, ...path) => {
    lines.push(`## ${name}`, "", comment(...path), "", "| value | number | meaning |", "|---|---|---|");
    enumeration.value.forEach((value, v) => lines.push(`| \`${value.name}\` | ${value.number ?? 0} | ${cell(comment(...path, VALUE, v))} |`));
    lines.push("");
  };
  const writeMessage = (message, name, ...path) => {
    lines.push(`## ${name}`, "", comment(...path), "");
    if (message.field?.length) {
      lines.push("| field | type | meaning |", "|---|---|---|");
      message.field.forEach((field, f) => {
        const choice = field.oneofIndex !== undefined && !field.proto3Optional ? ` (one of ${message.oneofDecl[field.oneofIndex].name})` : "";
        lines.push(`| \`${field.name}\` | ${typeOf(field, message)}${choice} | ${cell(comment(...path, MESSAGE.field, f))} |`);
      });
      lines.push("");
    }
    (message.nestedType ?? []).forEach((nested, n) => nested.options?.mapEntry || writeMessage(nested, `${name}.${nested.name}`, ...path, MESSAGE.nested, n));
    (message.enumType ?? []).forEach((nested, n) => writeEnum(nested, `${name}.${nested.name}`, ...path, MESSAGE.enumeration, n));
  };
  (file.messageType ?? []).forEach((message, m) => writeMessage(message, message.name, FILE.message, m));
  (file.enumType ?? []).forEach((enumeration, e) => writeEnum(enumeration, enumeration.name, FILE.enumeration, e));
  return `${lines.join("\n").replace(/\n{3,}/g, "\n\n").trimEnd()}\n`;
}

function index() {
  const lines = [
    "# The API, page by page", "",
    "Written by tests/clients/contract/document.mjs from the comments in `protos/`. How to call it from several languages: [examples](../calling-the-api.md).", "",
    "| page | services |", "|---|---|",
    ...files.map((file) => `| [${basename(file.name)}](${pageOf(file)}) | ${(file.service ?? []).map(({ name }) => `[${name}](${pageOf(file)}#${anchor(name)})`).join(", ")} |`),
  ];
  return `${lines.join("\n")}\n`;
}

const pages = new Map([["README.md", index()], ...files.map((file) => [pageOf(file), pageFor(file)])]);
const there = existsSync(target) ? readdirSync(target) : [];
if (process.argv.includes("--check")) {
  const stale = [
    ...[...pages].filter(([name, text]) => !there.includes(name) || readFileSync(join(target, name), "utf8") !== text).map(([name]) => name),
    ...there.filter((name) => !pages.has(name)),
  ];
  if (stale.length > 0) {
    console.error(`docs/api does not say what protos/ says: ${stale.join(", ")}. Run: node tests/clients/contract/document.mjs`);
    process.exit(1);
  }
} else {
  mkdirSync(target, { recursive: true });
  there.filter((name) => !pages.has(name)).forEach((name) => rmSync(join(target, name)));
  pages.forEach((text, name) => writeFileSync(join(target, name), text));
}

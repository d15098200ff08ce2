import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { DefinitionError, type Document, type Schema } from "./definition.ts";
import { type Forbidden, oneWaySchema } from "./one-way-schema.ts";
import { header } from "./text.ts";

const standaloneCode = standalone.default;

/** What OpenAPI and JSON Schema only annotate with. Any other unknown keyword fails the generation. */
const annotations = ["example", "externalDocs", "xml"];

/** Name → schema, as one module that exports a check under each name and imports nothing at run time. */
export function compileChecks(document: Document, checks: Map<string, Schema>, forbidden: Forbidden): string {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    strictTypes: false,
    validateFormats: false,
    discriminator: true,
    code: { source: true, esm: true, lines: true, optimize: 2 },
  });
  ajv.addVocabulary(annotations);
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    ajv.addSchema({ ...oneWaySchema(schema, forbidden), $id: name });
  }
  for (const [name, schema] of checks) ajv.addSchema({ ...oneWaySchema(schema, forbidden), $id: name });
  const code = print(ajv, [...checks.keys()]);
  return [header, "// @ts-nocheck", `import type { Check } from "./check.ts";`, trim(code)].join("\n");
}

function print(ajv: Ajv, names: string[]): string {
  for (const name of names) {
    try {
      ajv.getSchema(name);
    } catch (error) {
      throw new DefinitionError(`${name}: ${(error as Error).message}`);
    }
  }
  return standaloneCode(ajv, Object.fromEntries(names.map((name) => [name, name])));
}

/** Ajv prints a module that needs Ajv's own run-time helper, and more than the client reads. */
function trim(code: string): string {
  const trimmed = code
    .replace('"use strict";', "")
    .replaceAll(/^export const (\w+) = /gm, "export const $1: Check = ")
    .replaceAll(/^\/\*# sourceURL=.*$\n/gm, "")
    .replaceAll(/^const schema\d+ = .*$\n/gm, (line) => (isRead(line, code) ? line : ""))
    .replaceAll(/schemaPath:"[^"]*",/g, "")
    .replaceAll("new RegExp(", "/* @__PURE__ */ new RegExp(")
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', "(text) => [...text].length");
  const left = /require\(.*\)/.exec(trimmed);
  if (left) throw new DefinitionError(`a schema needs ${left[0]}, which the client does not carry`);
  return collectInPlace(`${trimmed.trim()}\n`);
}

/** Ajv copies all earlier errors for each item that has one of its own: a long list of them would take minutes. */
function collectInPlace(code: string): string {
  const collecting = code.replaceAll(
    /vErrors = vErrors === null \? ([\w.]+)\.errors : vErrors\.concat\(\1\.errors\);/g,
    "vErrors = collect(vErrors, $1.errors);",
  );
  if (collecting.includes(".concat(")) throw new Error("Ajv joins errors in a form that is not known here");
  return collecting === code ? code : `${collecting}\n${collect}\n`;
}

const collect = `function collect(errors, more){
if(errors === null){
return more;
}
for(const error of more) errors.push(error);
return errors;
}`;

function isRead(declaration: string, code: string): boolean {
  const [name = ""] = /schema\d+/.exec(declaration) ?? [];
  return new RegExp(`\\b${name}\\b(?! = )`).test(code);
}

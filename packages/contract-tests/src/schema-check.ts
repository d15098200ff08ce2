import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { default as ajvFormats } from "ajv-formats";
import { requiredInRequest } from "./constraints.ts";
import type { Document, Schema } from "./definition.ts";

/** Tells the rules that a value breaks, as `/pointer keyword`. */
export type SchemaCheck = (value: unknown) => string[];

/**
 * JSON Schema 2020-12 by an Ajv of our own, which neither the client nor Prism shares. It is strict: an unknown
 * keyword, type or format does not compile.
 */
export function createSchemaChecks(document: Document): (schema: Schema) => SchemaCheck {
  return compileWith(createAjv(), document, () => true);
}

/** The same for requests, which may not carry what is read-only, and need not. */
export function createRequestChecks(document: Document): (schema: Schema) => SchemaCheck {
  const ajv = createAjv();
  ajv.removeKeyword("readOnly");
  ajv.addKeyword({
    keyword: "readOnly",
    schemaType: "boolean",
    validate: (isReadOnly: boolean) => !isReadOnly,
    errors: false,
  });
  return compileWith(ajv, document, ({ keyword, params, parentSchema }) => {
    return (
      keyword !== "required" ||
      requiredInRequest(document, parentSchema as Schema).includes(params["missingProperty"])
    );
  });
}

function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    verbose: true,
  });
  ajvFormats.default(ajv);
  // What OpenAPI adds to the vocabulary, and the place that the references lead to.
  for (const keyword of ["discriminator", "example", "externalDocs", "xml", "components"])
    ajv.addKeyword(keyword);
  return ajv;
}

function compileWith(
  ajv: Ajv2020,
  document: Document,
  counts: (error: ErrorObject) => boolean,
): (schema: Schema) => SchemaCheck {
  const compiled = new Map<Schema, SchemaCheck>();
  return (schema) => {
    const known = compiled.get(schema);
    if (known) return known;
    const validate = ajv.compile({ ...schema, components: document.components });
    const check = (value: unknown): string[] => {
      if (validate(value)) return [];
      return (validate.errors ?? []).filter(counts).map(describe);
    };
    compiled.set(schema, check);
    return check;
  };
}

function describe({ instancePath, keyword, params }: ErrorObject): string {
  const named = params["missingProperty"] ?? params["additionalProperty"] ?? params["unevaluatedProperty"];
  return `${instancePath}${named === undefined ? "" : pointer([named])} ${keyword}`;
}

/** RFC 6901. */
export function pointer(tokens: readonly (string | number)[]): string {
  return tokens.map((token) => `/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

import {
  type Definition,
  DefinitionError,
  type Document,
  type Operation,
  type Parameter,
  type Schema,
  successOf,
} from "../definition/definition.ts";
import { docComment, header, pascalCase, propertyKey } from "./text.ts";

/**
 * `packages/types/src/names.gen.ts`: every component schema, and every operation's input and result, under a name
 * of its own. A schema that requests send is stripped of what is read-only, one that responses carry of what is
 * write-only; one that does both gets a second name, `…Input`.
 */
export function printNames({ document, operations }: Definition): string {
  const sent = reachable(
    document,
    operations.flatMap(({ requestBody }) => requestBody ?? []).map(({ schema }) => schema),
    "readOnly",
  );
  const received = reachable(
    document,
    operations
      .flatMap(({ responses }) => responses.flatMap(({ body }) => body ?? []))
      .map(({ schema }) => schema),
    "writeOnly",
  );
  const schemas = Object.entries(document.components.schemas).flatMap(([name, schema]) => {
    const doc = schema.description === undefined ? [] : [docComment(schema.description)];
    const read = [...doc, `export type ${name} = Readable<components["schemas"]["${name}"]>;`];
    const write = (alias: string) => [
      ...doc,
      `export type ${alias} = Writable<components["schemas"]["${name}"]>;`,
    ];
    if (!sent.has(name)) return [...read, ""];
    return received.has(name) ? [...read, ...write(`${name}Input`), ""] : [...write(name), ""];
  });
  const inputName = (name: string) => (sent.has(name) && received.has(name) ? `${name}Input` : name);
  return [
    header,
    `import type { components, operations, Readable, Writable } from "./openapi.gen.ts";`,
    "",
    ...schemas,
    ...operations.flatMap((operation) => [printInput(operation, inputName), printResult(operation), ""]),
  ].join("\n");
}

function printInput(operation: Operation, inputName: (schema: string) => string): string {
  const { operationId, parameters, requestBody } = operation;
  refuseCollisions(operation);
  const ordered = [
    ...parameters.filter(({ required }) => required),
    ...parameters.filter((p) => !p.required),
  ];
  const properties = ordered.map((parameter) => {
    const place = `operations["${operationId}"]["parameters"]["${parameter.in}"]`;
    const key = JSON.stringify(parameter.name);
    const type = parameter.required ? `${place}[${key}]` : `NonNullable<NonNullable<${place}>[${key}]>`;
    return [
      docComment(describeParameter(parameter), "  "),
      `  ${propertyKey(parameter.name)}${parameter.required ? "" : "?"}: ${type};`,
    ].join("\n");
  });
  if (requestBody) {
    const ref = schemaName(requestBody.schema);
    const type = ref
      ? inputName(ref)
      : `Writable<NonNullable<operations["${operationId}"]["requestBody"]>["content"]["${requestBody.mediaType}"]>`;
    properties.push(`  /** The request body. */\n  body${requestBody.required ? "" : "?"}: ${type};`);
  }
  const doc = docComment(`What \`${operationId}\` takes: its parameters by name, and its body.`);
  return `${doc}\nexport interface ${pascalCase(operationId)}Input {\n${properties.join("\n")}\n}`;
}

function printResult(operation: Operation): string {
  const { operationId } = operation;
  const { status, body } = successOf(operation);
  const place = `operations["${operationId}"]["responses"][${status}]["content"]["${body?.mediaType}"]`;
  const type = body ? (schemaName(body.schema) ?? `Readable<${place}>`) : "undefined";
  return `${docComment(`What \`${operationId}\` answers with.`)}\nexport type ${pascalCase(operationId)}Result = ${type};`;
}

/** Input is flat: a parameter may not share its name with another one or with the body. */
function refuseCollisions({ operationId, parameters, requestBody }: Operation): void {
  const names = [...parameters.map(({ name }) => name), ...(requestBody ? ["body"] : [])];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice)
    throw new DefinitionError(
      `${operationId}: two inputs are named "${twice}"; give one of them another name`,
    );
}

function describeParameter({ description, deprecated, schema }: Parameter): string {
  const byDefault = schema["default"];
  return [
    description,
    ...(byDefault === undefined ? [] : [`@default ${JSON.stringify(byDefault)}`]),
    ...(deprecated ? ["@deprecated"] : []),
  ].join("\n");
}

/** The names of the component schemas that the given ones lead to, not looking behind properties with the flag. */
function reachable(document: Document, from: Schema[], notBehind: "readOnly" | "writeOnly"): Set<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const schema = node as Schema;
    if (schema[notBehind] === true) return;
    const name = schemaName(schema);
    if (name !== undefined && !found.has(name)) {
      found.add(name);
      visit(document.components.schemas[name]);
    }
    Object.values(node).forEach(visit);
  };
  visit(from);
  return found;
}

function schemaName({ $ref }: Schema): string | undefined {
  const prefix = "#/components/schemas/";
  return $ref?.startsWith(prefix) ? $ref.slice(prefix.length) : undefined;
}

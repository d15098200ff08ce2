import {
  type Body,
  type Definition,
  type Document,
  type Operation,
  type Parameter,
  successOf,
} from "../definition/definition.ts";
import type { CheckCompiler } from "./compile-checks.ts";
import { header, objectLiteral, pascalCase } from "./text.ts";

/** `packages/client/src/definition.gen.ts`: what the client has to know of the service and of each operation. */
export function printDescription({ document, operations }: Definition, checks: CheckCompiler): string {
  // First the bodies, whose schemas have names of their own: a parameter of an equal schema has that name too.
  for (const operation of operations) bodyChecks(operation, checks);
  const ids = operations.map(({ operationId }) => operationId);
  const printed = operations.map((operation) => printOperation(operation, checks));
  return [
    header,
    `import * as checks from "./checks.gen.ts";`,
    `import type { Operation } from "./operation.ts";`,
    "",
    "/** The definition's first server. */",
    `export const defaultBaseUrl = ${JSON.stringify(document.servers[0]?.url)};`,
    "",
    ...printTokenPath(document),
    ...printed.flatMap((operation) => [operation, ""]),
    `export const operations: readonly Operation[] = [\n${ids.map((id) => `  ${id},`).join("\n")}\n];`,
    "",
  ].join("\n");
}

/** The checks of what the operation takes and answers with, as expressions. */
function bodyChecks(operation: Operation, checks: CheckCompiler): { sent?: string; received?: string } {
  const { operationId, requestBody } = operation;
  const { body } = successOf(operation);
  const name = pascalCase(operationId);
  return {
    ...(requestBody && { sent: `checks.${checks.nameOf(requestBody.schema, "readOnly", `${name}Body`)}` }),
    ...(body && { received: `checks.${checks.nameOf(body.schema, "writeOnly", `${name}Result`)}` }),
  };
}

function printOperation(operation: Operation, checks: CheckCompiler): string {
  const { operationId, method, path, parameters, requestBody } = operation;
  const { sent, received } = bodyChecks(operation, checks);
  const accept = successOf(operation).body?.mediaType ?? "*/*";
  const printed = objectLiteral([
    ["operationId", JSON.stringify(operationId)],
    ["method", JSON.stringify(method)],
    ["path", JSON.stringify(path)],
    ["parameters", objectLiteral(parameters.map((each) => [each.name, printParameter(each, checks)]))],
    ...(requestBody && sent ? [["body", printBody(requestBody, sent)] as const] : []),
    ["accept", JSON.stringify(accept)],
    ...(received ? [["answer", received] as const] : []),
  ]);
  return `export const ${operationId}: Operation = ${printed};`;
}

function printParameter({ name, in: place, required, schema }: Parameter, checks: CheckCompiler): string {
  const check = checks.nameOf(schema, "readOnly", checkName(name));
  return `{ in: "${place}", required: ${required}, check: checks.${check} }`;
}

/** A parameter may have any name: `2fa`, `$`, `filter[id]`. */
function checkName(parameter: string): string {
  const name = pascalCase(parameter.replaceAll(/\W/g, ""));
  return /^[A-Z]/.test(name) ? name : `Parameter${name}`;
}

function printBody({ mediaType, required }: Body & { required: boolean }, check: string): string {
  return objectLiteral([
    ["contentType", JSON.stringify(mediaType)],
    ["required", String(required)],
    ["check", check],
  ]);
}

/** A definition without client credentials has none, and `auth/service-account.ts` then no use. */
function printTokenPath({ components }: Document): string[] {
  const schemes = Object.values(components["securitySchemes"] ?? {}) as SecurityScheme[];
  const tokenUrl = schemes.map(({ flows }) => flows?.clientCredentials?.tokenUrl).find(Boolean);
  if (tokenUrl === undefined) return [];
  return [
    "/** The path of the token endpoint, below the base URL. */",
    `export const tokenPath = ${JSON.stringify(tokenUrl)};`,
    "",
  ];
}

interface SecurityScheme {
  flows?: { clientCredentials?: { tokenUrl: string } };
}

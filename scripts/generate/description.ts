import { type Definition, DefinitionError, type Document, type Operation, successOf } from "./definition.ts";
import type { RequestChecks } from "./request-checks.ts";
import { header, printImport, propertyKey } from "./text.ts";

/** `packages/client/src/definition.gen.ts`: what the client has to know of the service and of each operation. */
export function printDescription({ document, operations }: Definition, checks: RequestChecks): string {
  const imported = new Set<string>();
  const check = (name: string): string => {
    imported.add(name);
    return name;
  };
  const printed = operations.map((operation) => printOperation(operation, checks, check));
  const ids = operations.map(({ operationId }) => operationId);
  return [
    header,
    `import type { Operation } from "./operation.ts";`,
    printImport("import", [...imported].sort(), "./request-checks.gen.ts"),
    "",
    "/** The definition's first server. */",
    `export const defaultBaseUrl = ${JSON.stringify(document.servers[0]?.url)};`,
    "",
    "/** The path of the token endpoint, below the base URL. */",
    `export const tokenPath = ${JSON.stringify(tokenPathOf(document))};`,
    "",
    ...printed,
    `export const operations: readonly Operation[] = [\n${ids.map((id) => `  ${id},`).join("\n")}\n];`,
    "",
  ].join("\n");
}

function printOperation(
  operation: Operation,
  checks: RequestChecks,
  check: (name: string) => string,
): string {
  const { operationId, method, path, parameters, requestBody } = operation;
  const printed = parameters.map(({ name, in: place, required, schema }) => {
    const checkName = check(checks.parameter(name, schema));
    return `    ${propertyKey(name)}: { in: "${place}", required: ${required}, check: ${checkName} },`;
  });
  const body = requestBody && [
    "  body: {",
    `    contentType: ${JSON.stringify(requestBody.mediaType)},`,
    `    required: ${requestBody.required},`,
    `    check: ${check(checks.body(operation))},`,
    "  },",
  ];
  return [
    `export const ${operationId}: Operation = {`,
    `  operationId: "${operationId}",`,
    `  method: "${method}",`,
    `  path: ${JSON.stringify(path)},`,
    `  accept: ${JSON.stringify(successOf(operation).body?.mediaType ?? "*/*")},`,
    "  parameters: {",
    ...printed,
    "  },",
    ...(body ?? []),
    "};",
    "",
  ].join("\n");
}

function tokenPathOf({ components }: Document): string {
  const schemes = Object.values(components["securitySchemes"] ?? {}) as SecurityScheme[];
  const tokenUrl = schemes.map(({ flows }) => flows?.clientCredentials?.tokenUrl).find(Boolean);
  if (tokenUrl) return tokenUrl;
  throw new DefinitionError(
    "components.securitySchemes: there is no OAuth 2.0 scheme with client credentials",
  );
}

interface SecurityScheme {
  flows?: { clientCredentials?: { tokenUrl: string } };
}

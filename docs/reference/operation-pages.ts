import {
  type Body,
  type Definition,
  type Example,
  type Header,
  isRef,
  type MediaType,
  type OperationAt,
  operationsOf,
  type Parameter,
  type Ref,
  resolve,
} from "./definition.ts";
import { code, codeBlock, disclosure, json, type Page, page, row, table } from "./markdown.ts";
import { propertyTable, schemaSections, typeText, whatItIs } from "./schema-tables.ts";

const schemasAt = "../schemas.md";

/** The reference of the service's interface: a page for each operation, one that lists them, one with all schemas. */
export function operationPages(definition: Definition): Page[] {
  const operations = operationsOf(definition);
  return [
    listPage(operations),
    ...operations.map((at) => operationPage(definition, at)),
    page(
      "reference/schemas.md",
      { title: "Schemas", description: "Everything that is sent and answered, property by property." },
      "Everything that is sent and answered. The client exports a type of the same name for each.",
      schemaSections(definition),
    ),
  ];
}

function listPage(operations: OperationAt[]): Page {
  const rows = operations.map(({ method, path, operation: { operationId, summary } }) =>
    row(`[${operationId}](${operationId}.md)`, `${summary}<br>${code(`${method.toUpperCase()} ${path}`)}`),
  );
  return page(
    "reference/operations/index.md",
    {
      title: "Operations",
      description: "Every operation of the service that the client can call, from the definition.",
      sidebar: { label: "All operations", order: 0 },
    },
    "Every operation of the definition is a function of the client, named as the operation is. All of them take the\nclient, one flat object with the parameters and the body, and [the options of one call](../client/interfaces/CallOptions.md).",
    table(["Function", "What it does"], rows),
  );
}

function operationPage(definition: Definition, at: OperationAt): Page {
  const { method, path, operation, shared } = at;
  const { operationId, summary, description, deprecated, responses } = operation;
  const parameters = parametersOf(definition, [...shared, ...(operation.parameters ?? [])]);
  const body = operation.requestBody && resolve(definition, operation.requestBody);
  return page(
    `reference/operations/${operationId}.md`,
    { title: operationId, description: `${summary}: parameters, body, answers and an example of each.` },
    `**${summary}**`,
    codeBlock("http", `${method.toUpperCase()} ${path}`),
    ...(deprecated ? ["**Deprecated:** the service may do without it one day."] : []),
    description,
    "## Call",
    call(definition, operationId, parameters, body),
    `[The function's own page](../client/functions/${operationId}.md) has its signature and what it throws.`,
    "## Parameters",
    parameterTable(parameters),
    ...(body ? ["## Body", ...bodySection(definition, body)] : []),
    "## Answers",
    ...Object.entries(responses).flatMap(([status, response]) =>
      answer(definition, status, resolve(definition, response)),
    ),
  );
}

/** The operation's own count, where it declares a parameter of its path again. */
function parametersOf(definition: Definition, declared: Ref<Parameter>[]): Parameter[] {
  const parameters = declared.map((one) => resolve(definition, one));
  return [
    ...new Map(parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values(),
  ];
}

/** The call as a program makes it, with what the definition gives as examples. */
function call(
  definition: Definition,
  operationId: string,
  parameters: Parameter[],
  body: Body | undefined,
): string {
  const required = parameters.filter((parameter) => parameter.required);
  const input = Object.fromEntries(required.map(({ name, example }) => [name, example]));
  const [example] = body ? examplesOf(definition, body) : [];
  const argument = literal(example ? { ...input, body: example.value } : input);
  return codeBlock(
    "ts",
    `import { ${operationId} } from "@atlas-snapshot-export/client";\n\nconst answer = await ${operationId}(atlas, ${argument});`,
  );
}

/** As JavaScript: JSON without the quotes around names that need none. */
function literal(value: object): string {
  return JSON.stringify(value, null, 2).replaceAll(/^( *)"([A-Za-z_]\w*)":/gm, "$1$2:");
}

function parameterTable(parameters: Parameter[]): string {
  const rows = parameters.map(({ name, in: place, required, deprecated, schema, description }) => {
    const byDefault = isRef(schema) ? undefined : schema.default;
    return row(
      code(name),
      place,
      typeText(schema, schemasAt),
      whatItIs({
        isRequired: required === true,
        isReadOnly: false,
        isDeprecated: deprecated === true,
        byDefault,
        description,
      }),
    );
  });
  return table(["Name", "In", "Type", "What it is"], rows);
}

function bodySection(definition: Definition, body: Body): string[] {
  return [body.description, ...mediaTypes(body).flatMap(([type, media]) => content(definition, type, media))];
}

function answer(
  definition: Definition,
  status: string,
  response: Body & { headers?: Record<string, Ref<Header>> },
): string[] {
  const { description, headers = {} } = response;
  const rows = Object.entries(headers).map(([name, header]) => {
    const { description, schema } = resolve(definition, header);
    return row(code(name), typeText(schema, schemasAt), description);
  });
  return [
    `### ${status}`,
    description,
    ...mediaTypes(response).flatMap(([type, media]) => content(definition, type, media)),
    ...(rows.length > 0 ? [table(["Header", "Type", "What it is"], rows)] : []),
  ];
}

/** What a media type carries: its schema by name, or its properties when it has none, and every example. */
function content(definition: Definition, type: string, media: MediaType): string[] {
  const { schema } = media;
  const isNamed = isRef(schema);
  return [
    `${code(type)}: ${typeText(schema, schemasAt)}`,
    ...(isNamed ? [] : [propertyTable(definition, schema, schemasAt)]),
    ...Object.entries(media.examples ?? {}).map(([name, example]) =>
      exampleBlock(name, resolve(definition, example)),
    ),
  ];
}

function exampleBlock(name: string, { summary, value }: Example): string {
  return disclosure(`${code(name)}: ${summary}`, json(value));
}

function examplesOf(definition: Definition, body: Body): Example[] {
  return mediaTypes(body).flatMap(([, { examples = {} }]) =>
    Object.values(examples).map((example) => resolve(definition, example)),
  );
}

function mediaTypes({ content = {} }: Body): [string, MediaType][] {
  return Object.entries(content);
}

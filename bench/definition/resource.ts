import { exampleOf, hexId, requestExample, schemasOf } from "./schemas.ts";
import { type Name, prose } from "./words.ts";

type Node = Readonly<Record<string, unknown>>;

/** What one resource adds to a definition. */
export interface Resource {
  readonly tag: Node;
  readonly paths: Readonly<Record<string, Node>>;
  readonly parameters: Node;
  readonly schemas: Node;
}

/** Up to five operations: to list, create, read, change and delete it. Every other resource belongs to a cluster. */
export function resource(name: Name, index: number, mostOperations: number): Resource {
  const { camel, pascal, plural, words } = name;
  const places = ["groupId", ...(index % 2 === 0 ? [] : ["clusterName"])];
  const collection = `/api/atlas/v2/groups/{groupId}${index % 2 === 0 ? "" : "/clusters/{clusterName}"}/${plural}`;
  const item = `${collection}/{${camel}Id}`;
  const operations = operationsOf(name, index).slice(0, mostOperations);
  const at = (path: string, parameters: readonly string[]): Readonly<Record<string, Node>> => {
    const methods = operations.filter((operation) => (operation.isOfItem ? item : collection) === path);
    const entries = methods.map(({ method, node }) => [method, node]);
    const shared = parameters.map((parameter) => ref("parameters", parameter));
    return entries.length === 0 ? {} : { [path]: { parameters: shared, ...Object.fromEntries(entries) } };
  };
  return {
    tag: { name: pascal, description: `Everything about the ${words}. ${prose(index, 2)}` },
    paths: { ...at(collection, places), ...at(item, [...places, `${camel}Id`]) },
    parameters: {
      [`${camel}Id`]: {
        name: `${camel}Id`,
        in: "path",
        required: true,
        description: `The id of the ${words}, as its list gives it.`,
        schema: { type: "string", pattern: "^([a-f0-9]{24})$" },
        example: hexId(index),
      },
    },
    schemas: schemasOf(name, index),
  };
}

interface OperationOfResource {
  readonly method: string;
  /** Whether its path names one of them. */
  readonly isOfItem: boolean;
  readonly node: Node;
}

function operationsOf(name: Name, index: number): OperationOfResource[] {
  const { pascal, plural, words } = name;
  const version = `application/vnd.atlas.20${23 + (index % 3)}-0${1 + (index % 9)}-01+json`;
  const json = (schema: string, examples: Node): Node => ({
    content: { [version]: { schema: ref("schemas", schema), examples } },
  });
  const one = example("one that is complete", exampleOf(name, index));
  const page = { results: [exampleOf(name, index), exampleOf(name, index + 1)], totalCount: 2 };
  const common = (verb: string, more: Node): Node => ({
    summary: `${verb.charAt(0).toUpperCase()}${verb.slice(1)} One ${pascal}`,
    description: `To ${verb} the ${words}. ${prose(index, 3)}\n\n${prose(index + 1, 3)}`,
    tags: [pascal],
    ...more,
  });
  const success = (description: string, body: Node): Node => ({
    description,
    headers: {
      "RateLimit-Limit": ref("headers", "RateLimit-Limit"),
      "RateLimit-Remaining": ref("headers", "RateLimit-Remaining"),
    },
    ...body,
  });
  return [
    {
      method: "get",
      isOfItem: false,
      node: common("list", {
        operationId: `list${pascal}`,
        parameters: [
          ...["envelope", "includeCount", "itemsPerPage", "pageNum", "pretty"].map((parameter) =>
            ref("parameters", parameter),
          ),
          {
            name: "status",
            in: "query",
            description: `Lists only the ${plural} of this status.`,
            schema: { type: "string", enum: ["ACTIVE", "PENDING", "PAUSED", "DELETED"] },
            example: "ACTIVE",
          },
        ],
        responses: {
          "200": success(`One page of the ${plural}.`, json(`${pascal}List`, example("two of them", page))),
          ...errors,
        },
      }),
    },
    {
      method: "get",
      isOfItem: true,
      node: common("read", {
        operationId: `get${pascal}`,
        parameters: [ref("parameters", "envelope"), ref("parameters", "pretty")],
        responses: { "200": success(`The ${words} as it is now.`, json(pascal, one)), ...errors },
      }),
    },
    {
      method: "post",
      isOfItem: false,
      node: common("create", {
        operationId: `create${pascal}`,
        parameters: [ref("parameters", "envelope"), ref("parameters", "pretty")],
        requestBody: {
          required: true,
          description: `The ${words} to create.`,
          ...json(`${pascal}Request`, example("what has to be there", requestExample(index))),
        },
        responses: {
          "201": success(`The ${words} that was created.`, json(pascal, one)),
          ...errors,
          ...conflict,
        },
      }),
    },
    {
      method: "patch",
      isOfItem: true,
      node: common("change", {
        operationId: `update${pascal}`,
        parameters: [ref("parameters", "envelope"), ref("parameters", "pretty")],
        requestBody: {
          required: true,
          description: `What to change about the ${words}.`,
          ...json(`${pascal}Request`, example("what has to be there", requestExample(index))),
        },
        responses: {
          "200": success(`The ${words} after the change.`, json(pascal, one)),
          ...errors,
          ...conflict,
        },
      }),
    },
    {
      method: "delete",
      isOfItem: true,
      node: common("delete", {
        operationId: `delete${pascal}`,
        parameters: [ref("parameters", "envelope"), ref("parameters", "pretty")],
        responses: { "204": { description: `The ${words} is gone.` }, ...errors },
      }),
    },
  ];
}

const errors = {
  "400": ref("responses", "BadRequest"),
  "401": ref("responses", "Unauthorized"),
  "403": ref("responses", "Forbidden"),
  "404": ref("responses", "NotFound"),
  "429": ref("responses", "TooManyRequests"),
  "500": ref("responses", "InternalServerError"),
  "503": ref("responses", "ServiceUnavailable"),
};

const conflict = { "409": ref("responses", "Conflict") };

function example(shows: string, value: unknown): Node {
  return { example: { summary: `Shows ${shows}.`, value } };
}

function ref(kind: string, name: string): Node {
  return { $ref: `#/components/${kind}/${name}` };
}

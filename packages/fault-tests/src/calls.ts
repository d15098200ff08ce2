import * as client from "@atlas-snapshot-export/client";
import { examples } from "@atlas-snapshot-export/spec/examples";
import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };

/** One function of the client, ready to be called. */
export interface Call {
  /** Its name in the package's exports. */
  name: string;
  run: (atlas: client.AtlasClient, options: CallOptions) => Promise<unknown>;
  /** Whether that is what it promises to answer with. */
  isTyped: (result: unknown) => boolean;
  /** Whether it ends by itself whatever it is answered. One that follows a list does not: there can always be another page. */
  isBounded: boolean;
}

export interface CallOptions {
  signal: AbortSignal;
  /** Whether parameters that need not be given are given. */
  isFull: boolean;
  /** What createExportJob is told of its token. */
  token: string | false | undefined;
}

interface Parameter {
  name: string;
  required?: boolean;
  example?: unknown;
}

interface PathItem {
  parameters?: ParameterNode[];
  [method: string]: unknown;
}

interface OperationNode {
  operationId: string;
  parameters?: ParameterNode[];
}

type ParameterNode = Parameter | { $ref: string };

const { groupId, clusterName, exportId } = definition.components.parameters;
const cluster = { groupId: groupId.example, clusterName: clusterName.example };
const job = { ...cluster, exportId: exportId.example };
const request = { ...cluster, ...examples.createBackupExportJob.requests.minimal };
/** No answer makes a wait longer than this. */
const timeoutMs = 600_000;

/** Every function that sends something: one for each operation of the definition, and those written by hand. */
export const calls: readonly Call[] = [
  ...Object.values<PathItem>(definition.paths).flatMap(operationCalls),
  {
    name: "createExportJob",
    run: (atlas, { signal, token }) => client.createExportJob(atlas, { ...request, token }, { signal }),
    isTyped: (result) => hasId(Object(result).job),
    isBounded: false,
  },
  {
    name: "waitForExportJob",
    run: (atlas, { signal }) => client.waitForExportJob(atlas, job, { signal, timeoutMs }),
    isTyped: isEnd,
    isBounded: true,
  },
  {
    name: "listExportJobs",
    run: (atlas, { signal }) => itemsOf(client.listExportJobs(atlas, cluster, { signal })),
    isTyped: isListOfObjects,
    isBounded: false,
  },
  {
    name: "listSnapshots",
    run: (atlas, { signal }) => itemsOf(client.listSnapshots(atlas, cluster, { signal })),
    isTyped: isListOfObjects,
    isBounded: false,
  },
  {
    name: "findLatestSnapshot",
    run: (atlas, { signal }) => client.findLatestSnapshot(atlas, cluster, { signal }),
    isTyped: (snapshot) => snapshot === undefined || hasId(snapshot),
    isBounded: false,
  },
  {
    name: "findExportJob",
    run: (atlas, { signal, token }) =>
      client.findExportJob(atlas, { ...cluster, token: token || "audit-2026-q4" }, { signal }),
    isTyped: (found) => found === undefined || hasId(found),
    isBounded: false,
  },
  {
    name: "getSnapshot",
    run: (atlas, { signal }) => client.getSnapshot(atlas, request, { signal }),
    isTyped: isObject,
    isBounded: true,
  },
  {
    name: "preflightExport",
    run: (atlas, { signal }) => client.preflightExport(atlas, request, { signal }),
    isTyped: isPreflight,
    isBounded: false,
  },
  {
    name: "paginate",
    run: (atlas, { signal }) =>
      itemsOf(client.paginate(atlas, client.listExportBuckets, { groupId: groupId.example }, { signal })),
    isTyped: isListOfObjects,
    isBounded: false,
  },
  {
    name: "exportSnapshot",
    run: (atlas, { signal, token }) =>
      client.exportSnapshot(atlas, { ...request, token }, { signal, timeoutMs }),
    isTyped: isEnd,
    isBounded: false,
  },
];

type OperationFunction = (
  atlas: client.AtlasClient,
  input: unknown,
  options: { signal: AbortSignal },
) => Promise<unknown>;

/** The operations of a path. */
export function operationCalls({ parameters: shared = [], ...methods }: PathItem): Call[] {
  // What is left of a path item are its operations, by method.
  return (Object.values(methods) as OperationNode[]).map(({ operationId: name, parameters: own = [] }) => {
    const parameters = [...shared, ...own].map(resolve);
    const operation = (client as unknown as Record<string, OperationFunction>)[name];
    if (!operation) throw new Error(`the client has no function for ${name}`);
    const body = firstRequest(name);
    return {
      name,
      run: (atlas, { signal, isFull }) => {
        const given = parameters.filter(({ required }) => required || isFull);
        const values = given.map((parameter) => [parameter.name, parameter.example]);
        return operation(atlas, { ...Object.fromEntries(values), ...(body ? { body } : {}) }, { signal });
      },
      // A body that breaks the definition comes through; no body at all never does where there has to be one.
      isTyped: (result) => result !== undefined || !haveBody(examplesOf(name).responses),
      isBounded: true,
    };
  });
}

function resolve(node: ParameterNode): Parameter {
  if (!("$ref" in node)) return node;
  const name = node.$ref.split("/").at(-1) as keyof typeof definition.components.parameters;
  return definition.components.parameters[name];
}

function firstRequest(operationId: string): unknown {
  return Object.values(examplesOf(operationId).requests)[0];
}

function examplesOf(operationId: string): OperationExamples {
  return (examples as Record<string, OperationExamples>)[operationId] ?? { requests: {}, responses: {} };
}

interface OperationExamples {
  requests: object;
  responses: Record<string, object>;
}

/** Whether the successes among the responses carry something: every body has a named example. */
export function haveBody(responses: Record<string, object>): boolean {
  return Object.entries(responses).some(
    ([status, named]) => status.startsWith("2") && Object.keys(named).length > 0,
  );
}

async function itemsOf(list: AsyncIterable<unknown>): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of list) items.push(item);
  return items;
}

function isObject(result: unknown): boolean {
  return typeof result === "object" && result !== null && !Array.isArray(result);
}

function isListOfObjects(result: unknown): boolean {
  return Array.isArray(result) && result.every((item) => typeof item === "object" && item);
}

/** What could not be read is a problem: an export that nothing stands in the way of has its snapshot and its bucket. */
function isPreflight(result: unknown): boolean {
  const { snapshot, bucket, activeJob, problems } = result as client.ExportPreflight;
  const isClear = isObject(snapshot) && isObject(bucket) && activeJob === undefined;
  return problems.every(({ message }) => typeof message === "string") && (isClear || problems.length > 0);
}

function hasId(result: unknown): boolean {
  const { id } = result as { id?: unknown };
  return typeof id === "string" && id !== "";
}

function isEnd(result: unknown): boolean {
  const { outcome, job } = result as { outcome?: string; job?: unknown };
  return ["successful", "failed", "cancelled"].includes(String(outcome)) && typeof job === "object";
}

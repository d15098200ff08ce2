import type { Answer } from "./answer.ts";
import type { Cluster } from "./cluster.ts";
import type { Exchange, Respond } from "./exchange.ts";
import { type Operation, pathParameters } from "./operation.ts";
import type { Prism } from "./prism.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** What a path says of a cluster: nothing, its project, or all of it. */
type Named = Partial<Cluster>;

const UNKNOWN_PROJECT: Refusal = {
  status: 404,
  example: "groupNotFound",
  otherwise: { errorCode: "GROUP_NOT_FOUND", detail: "There is no such project." },
};

const UNKNOWN_CLUSTER: Refusal = {
  status: 404,
  example: "clusterNotFound",
  otherwise: { errorCode: "CLUSTER_NOT_FOUND", detail: "The project has no such cluster." },
};

/**
 * Refuses requests about a project or a cluster that does not exist: only those of the definition's examples and the
 * given ones do. Requests whose `Prefer` names an answer go to the next layer.
 *
 * @param known read anew for each request
 */
export function withKnownClusters(prism: Prism, known: () => readonly Cluster[], next: Respond): Respond {
  return async (exchange) => {
    const { operation, preference } = exchange;
    if (preference !== undefined) return next(exchange);
    const refusal = refusalOf(namedBy(exchange), [exampleOf(operation), ...known()]);
    if (refusal === undefined) return next(exchange);
    return inOwnNames(exchange, await refuse(prism, operation, refusal));
  };
}

/**
 * Puts the names of the requested project and cluster where an example has its own. Requests whose `Prefer` names an
 * answer get the example itself.
 */
export function withOwnNames(next: Respond): Respond {
  return async (exchange) => {
    const answer = await next(exchange);
    return exchange.preference === undefined ? inOwnNames(exchange, answer) : answer;
  };
}

/** An operation without a project in its path needs none, and one whose project has no example cannot know any. */
function refusalOf(named: Named, known: readonly Named[]): Refusal | undefined {
  const { groupId, clusterName } = named;
  const [example] = known;
  if (groupId === undefined || example?.groupId === undefined) return undefined;
  const ofProject = known.filter((cluster) => cluster.groupId === groupId);
  if (ofProject.length === 0) return UNKNOWN_PROJECT;
  if (clusterName === undefined || example.clusterName === undefined) return undefined;
  return ofProject.some((cluster) => cluster.clusterName === clusterName) ? undefined : UNKNOWN_CLUSTER;
}

function namedBy({ operation, request }: Exchange): Named {
  return pathParameters(operation.path, request.path);
}

function exampleOf({ parameters }: Operation): Named {
  const examples = parameters
    .filter(({ in: place }) => place === "path")
    .flatMap(({ name, example }) => (typeof example === "string" ? [[name, example]] : []));
  return Object.fromEntries(examples);
}

function inOwnNames(exchange: Exchange, answer: Answer): Answer {
  const [own, example] = [namedBy(exchange), exampleOf(exchange.operation)];
  const names = new Map<string, string>();
  for (const field of ["groupId", "clusterName"] as const) {
    const [from, to] = [example[field], own[field]];
    if (from !== undefined && to !== undefined && from !== to) names.set(from, to);
  }
  return names.size === 0 ? answer : { ...answer, body: renamed(answer.body, names) };
}

/** A copy in which whole words are replaced, in texts of any depth. */
function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") {
    const words = value.split(/([^\w-]+)/);
    return words.map((word) => names.get(word) ?? word).join("");
  }
  if (Array.isArray(value)) return value.map((item) => renamed(item, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renamed(inner, names)]));
}

import type { Change } from "../change.ts";
import { type Both, keysOf, type Node, toNode } from "../node.ts";
import { follow } from "../reference.ts";
import type { RuleId } from "../rules/rule.ts";
import { compareSchemas, type Scope } from "../schema/compare.ts";
import { code } from "../words.ts";
import { compareExamples } from "./examples.ts";
import { unjudged } from "./unjudged.ts";

export function compareRequestBody(documents: Both<Node>, id: string, operations: Both<Node>): Change[] {
  const { base, head } = bothOf(documents, operations, "requestBody");
  const scope: Scope = { direction: "request", documents, told: new Set() };
  const isRequired = head["required"] === true;
  const [was, is] = ["content" in base, "content" in head];
  if (!was && !is) return [];
  if (!is) return [change("request-body-removed", id)];
  if (!was) return [change(isRequired ? "request-body-added-required" : "request-body-added-optional", id)];
  return [
    ...((base["required"] === true) === isRequired
      ? []
      : [change(isRequired ? "request-body-became-required" : "request-body-became-optional", id)]),
    ...compareContent(scope, id, `${id} body`, { base, head }),
    ...unjudged(documents, { base, head }, ["required", "content"], (key) => `${code(key)} of ${code(id)}`),
  ];
}

export function compareResponses(documents: Both<Node>, id: string, operations: Both<Node>): Change[] {
  const responses = {
    base: toNode(operations.base["responses"]),
    head: toNode(operations.head["responses"]),
  };
  const scope: Scope = { direction: "response", documents, told: new Set() };
  return keysOf(responses).flatMap((status) => {
    const kind = status.startsWith("2") ? "success" : "error";
    if (!(status in responses.head)) return [change(`${kind}-status-removed`, id, status)];
    if (!(status in responses.base)) return [change(`${kind}-status-added`, id, undefined, status)];
    const nodes = bothOf(documents, responses, status);
    return [
      ...compareHeaders(scope, nodes),
      ...compareContent(scope, id, `${id} ${status}`, nodes),
      ...unjudged(
        documents,
        nodes,
        ["headers", "content"],
        (key) => `${code(key)} of ${code(`${id} ${status}`)}`,
      ),
    ];
  });
}

function compareContent(scope: Scope, id: string, place: string, bodies: Both<Node>): Change[] {
  const { direction, documents } = scope;
  const contents = { base: toNode(bodies.base["content"]), head: toNode(bodies.head["content"]) };
  const pairs = Object.keys(contents.base).map((base) => ({ base, head: successor(base, contents) }));
  const come = Object.keys(contents.head).filter((key) => !pairs.some(({ head }) => head === key));
  return [
    ...pairs.flatMap(({ base, head }) => {
      if (head === undefined) return [change(`${direction}-media-type-removed`, mediaTypePlace(), base)];
      const nodes = { base: toNode(contents.base[base]), head: toNode(contents.head[head]) };
      return [
        ...(base === head ? [] : [change("version-date-changed", id, dateOf(base), dateOf(head))]),
        ...compareSchemas(scope, place, {
          base: nodes.base["schema"] ?? {},
          head: nodes.head["schema"] ?? {},
        }),
        ...compareExamples(documents, {
          base: toNode(nodes.base["examples"]),
          head: toNode(nodes.head["examples"]),
        }),
        ...unjudged(documents, nodes, ["schema"], (key) => `${code(key)} of ${code(place)}`),
      ];
    }),
    ...come.map((key) => change(`${direction}-media-type-added`, mediaTypePlace(), undefined, key)),
  ];

  function mediaTypePlace(): string {
    return direction === "request" ? id : place;
  }
}

const versionDate = /(?<=^application\/vnd\.[\w.-]+\.)\d{4}-\d{2}-\d{2}(?=\+)/;

/** The same media type, or else the one that takes its place with another version date. */
function successor(mediaType: string, { base, head }: Both<Node>): string | undefined {
  if (mediaType in head) return mediaType;
  const withoutDate = (name: string) => name.replace(versionDate, "");
  const candidates = Object.keys(head).filter((name) => !(name in base));
  return candidates.find((name) => withoutDate(name) === withoutDate(mediaType));
}

function dateOf(mediaType: string): string {
  return versionDate.exec(mediaType)?.[0] ?? mediaType;
}

function compareHeaders(scope: Scope, responses: Both<Node>): Change[] {
  const headers = { base: toNode(responses.base["headers"]), head: toNode(responses.head["headers"]) };
  return keysOf(headers).flatMap((name) => {
    if (!(name in headers.head)) return [change("response-header-removed", name)];
    if (!(name in headers.base)) return [change("response-header-added", name)];
    const { base, head } = bothOf(scope.documents, headers, name);
    const isRequired = head["required"] === true;
    return [
      ...((base["required"] === true) === isRequired
        ? []
        : [change(isRequired ? "response-header-became-required" : "response-header-became-optional", name)]),
      ...compareSchemas(scope, name, { base: base["schema"] ?? {}, head: head["schema"] ?? {} }),
      ...unjudged(
        scope.documents,
        { base, head },
        ["required", "schema"],
        (key) => `${code(key)} of ${code(name)}`,
      ),
    ];
  });
}

function bothOf(documents: Both<Node>, { base, head }: Both<Node>, key: string): Both<Node> {
  return { base: follow(documents.base, base[key]), head: follow(documents.head, head[key]) };
}

function change(rule: RuleId, name: string, from?: string, to?: string): Change {
  return { rule, subject: code(name), from, to, operations: [] };
}

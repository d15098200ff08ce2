import type { Change } from "../change.ts";
import { type Both, canonical, isNode, keysOf, type Node, toNode } from "../node.ts";
import { follow } from "../reference.ts";
import type { RuleId } from "../rules/rule.ts";
import { code } from "../words.ts";
import { compareRequestBody, compareResponses } from "./bodies.ts";
import { compareParameters } from "./parameters.ts";
import { compareSecurity } from "./security.ts";
import { unjudged } from "./unjudged.ts";

export interface Operation {
  id: string;
  /** Method and path as one reads them: `GET /jobs/{id}`. */
  place: string;
  node: Node;
  pathItem: Node;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

export function operationsOf(document: Node): Operation[] {
  return Object.entries(toNode(document["paths"])).flatMap(([path, item]) => {
    const pathItem = follow(document, item);
    return methods
      .filter((method) => isNode(pathItem[method]))
      .map((method) => {
        const place = `${method.toUpperCase()} ${path}`;
        const node = toNode(pathItem[method]);
        return { id: String(node["operationId"] ?? place), place, node, pathItem };
      });
  });
}

/** Which operation became which, by name and failing that by place; what is left came or went. */
function match({ base, head }: Both<Operation[]>): {
  kept: Both<Operation>[];
  come: Operation[];
  gone: Operation[];
} {
  const pairsBy = (of: (operation: Operation) => string, from: Operation[], to: Operation[]) =>
    from.flatMap((one) => {
      const other = to.find((candidate) => of(candidate) === of(one));
      return other ? [{ base: one, head: other }] : [];
    });
  const named = pairsBy(({ id }) => id, base, head);
  const restOf = (side: "base" | "head", all: Operation[], pairs: Both<Operation>[]) =>
    all.filter((operation) => !pairs.some((pair) => pair[side] === operation));
  const placed = pairsBy(({ place }) => place, restOf("base", base, named), restOf("head", head, named));
  const kept = [...named, ...placed];
  return { kept, come: restOf("head", head, kept), gone: restOf("base", base, kept) };
}

export function compareOperations(documents: Both<Node>): Change[] {
  const operations = { base: operationsOf(documents.base), head: operationsOf(documents.head) };
  const { kept, come, gone } = match(operations);
  return [
    ...gone.map(({ id }) => change("operation-removed", id)),
    ...come.map(({ id }) => change("operation-added", id)),
    ...kept.flatMap((pair) => compareOperation(documents, pair)),
    ...compareBesideOperations(documents),
  ];
}

function compareOperation(documents: Both<Node>, operations: Both<Operation>): Change[] {
  const { base, head } = operations;
  const nodes = { base: base.node, head: head.node };
  const found = [
    ...(base.id === head.id ? [] : [change("operation-renamed", base.id, base.id, head.id)]),
    ...(base.place === head.place ? [] : [change("operation-moved", head.id, base.place, head.place)]),
    ...compareDeprecation(head.id, nodes),
    ...compareParameters(documents, operations),
    ...compareRequestBody(documents, head.id, nodes),
    ...compareResponses(documents, head.id, nodes),
    ...compareSecurity(documents, nodes),
    ...unjudged(documents, nodes, judged, (key) => `${code(key)} of ${code(head.id)}`),
  ];
  return found.map((one) => (one.subject.includes(`\`${head.id}`) ? one : { ...one, operations: [head.id] }));
}

const judged = ["operationId", "deprecated", "parameters", "requestBody", "responses", "security"];

function compareDeprecation(id: string, { base, head }: Both<Node>): Change[] {
  const [was, is] = [base["deprecated"] === true, head["deprecated"] === true];
  if (was === is) return [];
  return [change(is ? "operation-deprecated" : "operation-restored", id)];
}

/** What a path says beside its operations and their parameters. */
function compareBesideOperations(documents: Both<Node>): Change[] {
  const paths = { base: toNode(documents.base["paths"]), head: toNode(documents.head["paths"]) };
  return keysOf(paths)
    .filter((path) => path in paths.base && path in paths.head)
    .flatMap((path) => {
      const items = {
        base: follow(documents.base, paths.base[path]),
        head: follow(documents.head, paths.head[path]),
      };
      return unjudged(
        documents,
        items,
        [...methods, "parameters", "$ref"],
        (key) => `${code(key)} of ${code(path)}`,
      );
    });
}

function change(rule: RuleId, id: string, from?: string, to?: string): Change {
  return { rule, subject: code(id), from, to, operations: [] };
}

/** Equal for the same change found at several places. */
export function changeKey({ rule, subject, from, to }: Change): string {
  return canonical([rule, subject, from, to]);
}

import type { Change } from "../change.ts";
import { type Both, isNode, type Node, toNode } from "../node.ts";
import { follow, schemaName } from "../reference.ts";
import { code } from "../words.ts";
import { operationsOf } from "./operations.ts";

/** Which types the packages export under a name of their own came, and which went. */
export function compareTypeNames({ base, head }: Both<Node>): Change[] {
  const [before, after] = [typeNames(base), typeNames(head)];
  const lacking = (names: Set<string>, other: Set<string>) => [...names].filter((name) => !other.has(name));
  return [
    ...lacking(before, after).map((name) => change("type-name-removed", name)),
    ...lacking(after, before).map((name) => change("type-name-added", name)),
  ];
}

/** Every component schema has a name; one that is both sent and received has a second one, as tools/generate/src/print/names.ts says. */
function typeNames(document: Node): Set<string> {
  const sent = new Set<string>();
  const received = new Set<string>();
  for (const { node } of operationsOf(document)) {
    reach(document, schemasOf(follow(document, node["requestBody"])), "readOnly", sent);
    for (const response of Object.values(toNode(node["responses"]))) {
      reach(document, schemasOf(follow(document, response)), "writeOnly", received);
    }
  }
  const names = Object.keys(toNode(toNode(document["components"])["schemas"]));
  return new Set([
    ...names,
    ...names.filter((name) => sent.has(name) && received.has(name)).map((name) => `${name}Input`),
  ]);
}

function schemasOf({ content }: Node): unknown[] {
  return Object.values(toNode(content)).map((mediaType) => toNode(mediaType)["schema"]);
}

function reach(document: Node, value: unknown, notBehind: string, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) reach(document, item, notBehind, found);
  }
  if (!isNode(value) || value[notBehind] === true) return;
  const name = schemaName(value);
  if (name !== undefined && !found.has(name)) {
    found.add(name);
    const { $ref } = value;
    reach(document, follow(document, { $ref }), notBehind, found);
  }
  for (const inner of Object.values(value)) reach(document, inner, notBehind, found);
}

function change(rule: "type-name-added" | "type-name-removed", name: string): Change {
  return { rule, subject: code(name), operations: [] };
}

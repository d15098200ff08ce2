import { type Change, level, levels } from "./change.ts";
import { compareDocumentation } from "./documentation.ts";
import { isSame, type Node, toNode } from "./node.ts";
import { changeKey, compareOperations, operationsOf } from "./service/operations.ts";
import { compareSecuritySchemes, signsInWith } from "./service/security.ts";
import { compareServers } from "./service/servers.ts";
import { compareTypeNames } from "./service/type-names.ts";
import { unjudged } from "./service/unjudged.ts";

/** What changed for users from one bundled definition to another, the gravest first. The version is not a change. */
export function compare(base: Node, head: Node): Change[] {
  const documents = { base: withoutVersion(base), head: withoutVersion(head) };
  const changes = merge(operationsOf(head).length, [
    ...compareServers(documents),
    ...compareSecuritySchemes(documents, (scheme) =>
      operationsOf(documents.head)
        .filter(({ node }) => signsInWith(documents.head, node, scheme))
        .map(({ id }) => id),
    ),
    ...compareOperations(documents),
    ...compareTypeNames(documents),
    ...unjudged(documents, documents, judged, (key) => `\`${key}\` of the definition`),
    ...compareDocumentation(documents),
  ]);
  if (changes.length > 0 || isSame(documents)) return changes.sort(gravestFirst);
  return [{ rule: "rearranged", subject: "the definition", operations: [] }];
}

const judged = ["components", "info", "paths", "security", "servers"];

/** A release sets the version; it says nothing of its own. */
function withoutVersion(document: Node): Node {
  const { version: _, ...info } = toNode(document["info"]);
  return { ...document, info };
}

/** The same change at several operations is one change. Felt everywhere, it needs no list of them. */
function merge(operationCount: number, found: Change[]): Change[] {
  const merged = new Map<string, Change>();
  for (const change of found) {
    const known = merged.get(changeKey(change));
    const operations = new Set([...(known?.operations ?? []), ...change.operations]);
    merged.set(changeKey(change), { ...change, operations: [...operations] });
  }
  return [...merged.values()].map((change) => {
    if (change.operations.length < operationCount) return change;
    return { ...change, operations: [], isEverywhere: operationCount > 1 };
  });
}

function gravestFirst(one: Change, other: Change): number {
  return levels.indexOf(level(other)) - levels.indexOf(level(one));
}

import { isAnnotation } from "../annotations.ts";
import type { Change } from "../change.ts";
import { type Both, isSame, keysOf, type Node } from "../node.ts";
import { spelledOut } from "../reference.ts";

/** What differs in a part of the document that no rule looks at. */
export function unjudged(
  documents: Both<Node>,
  nodes: Both<Node>,
  judged: string[],
  nameOf: (key: string) => string,
): Change[] {
  return keysOf(nodes)
    .filter((key) => !judged.includes(key) && !isAnnotation(key))
    .filter((key) => {
      const base = spelledOut(documents.base, nodes.base[key]);
      return !isSame({ base, head: spelledOut(documents.head, nodes.head[key]) });
    })
    .map((key) => ({ rule: "unjudged-changed", subject: nameOf(key), operations: [] }));
}

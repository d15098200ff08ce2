import type { Change } from "../change.ts";
import { type Both, isSame, keysOf, type Node } from "../node.ts";
import { follow } from "../reference.ts";
import { code } from "../words.ts";

/** How the named examples of a body differ, in name and value. */
export function compareExamples(documents: Both<Node>, { base, head }: Both<Node>): Change[] {
  return keysOf({ base, head }).flatMap((name): Change[] => {
    const subject = code(name);
    if (!(name in head)) return [{ rule: "example-removed", subject, operations: [] }];
    if (!(name in base)) return [{ rule: "example-added", subject, operations: [] }];
    const values = {
      base: follow(documents.base, base[name])["value"],
      head: follow(documents.head, head[name])["value"],
    };
    return isSame(values) ? [] : [{ rule: "example-changed", subject, operations: [] }];
  });
}

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
    if (isSame(values)) return [];
    return [{ rule: "example-changed", subject, to: changedPlaces(values).join(", "), operations: [] }];
  });
}

/** Where two values differ, as pointers without the slash in front; empty when they differ as a whole. */
function changedPlaces({ base, head }: Both, place: string[] = []): string[] {
  const [before, after] = [Object(base), Object(head)];
  if (before !== base || after !== head) return isSame({ base, head }) ? [] : [place.join("/")];
  return keysOf({ base: before, head: after }).flatMap((key) =>
    changedPlaces({ base: before[key], head: after[key] }, [...place, key]),
  );
}

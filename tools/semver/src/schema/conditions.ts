import { isAnnotation } from "../annotations.ts";
import type { Change } from "../change.ts";
import { type Both, isSame, keysOf, type Node } from "../node.ts";
import { spelledOut } from "../reference.ts";
import type { Direction } from "../rules/rule.ts";
import { limits } from "./accepted.ts";
import { difference, type Place, turnOfPresence } from "./difference.ts";

/** The keywords that are looked at one by one. */
const judged = new Set([
  ...limits,
  "$ref",
  "additionalProperties",
  "allOf",
  "anyOf",
  "const",
  "default",
  "deprecated",
  "enum",
  "format",
  "items",
  "nullable",
  "oneOf",
  "pattern",
  "properties",
  "readOnly",
  "required",
  "type",
  "writeOnly",
]);

/**
 * Every other keyword that limits a value, such as `if`, `not` or `propertyNames`: whatever it says, one more lets
 * less through and one less lets more through.
 */
export function compareConditions(
  direction: Direction,
  documents: Both<Node>,
  place: Place,
  { base, head }: Both<Node>,
): Change[] {
  return keysOf({ base, head })
    .filter((keyword) => !judged.has(keyword) && !isAnnotation(keyword))
    .flatMap((keyword) => {
      const from = spelledOut(documents.base, base[keyword]);
      const to = spelledOut(documents.head, head[keyword]);
      return isSame({ base: from, head: to }) ? [] : [condition(direction, place, keyword, from, to)];
    });
}

/** What became of a keyword that nothing more precise is known of. */
export function condition(
  direction: Direction,
  place: Place,
  keyword: string,
  from: unknown,
  to: unknown,
): Change {
  return difference(`${direction}-condition-${turnOfPresence(from, to)}`, place, keyword, keyword);
}

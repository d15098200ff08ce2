import { holdsNames, isAnnotation } from "./annotations.ts";
import type { Change } from "./change.ts";
import { type Both, isNode, isSame, keysOf, type Node } from "./node.ts";
import { code } from "./words.ts";

/** Where the definition says something to people in other words than before: once for each thing that it is about. */
export function compareDocumentation(documents: Both<Node>): Change[] {
  const subjects = new Set(changedPlaces(documents).map((place) => subjectOf(documents.head, place)));
  return [...subjects].map((subject) => ({ rule: "documentation-changed", subject, operations: [] }));
}

type Place = string[];

/** The places in both documents whose prose differs. Of a place that only one of them has other rules tell. */
function changedPlaces({ base, head }: Both, place: Place = [], keysAreNames = false): Place[] {
  if (Array.isArray(base) && Array.isArray(head)) {
    return base.flatMap((item, index) =>
      changedPlaces({ base: item, head: head[index] }, [...place, String(index)]),
    );
  }
  if (base === head || !isNode(base) || !isNode(head)) return [];
  return keysOf({ base, head }).flatMap((key) => {
    const values = { base: base[key], head: head[key] };
    const at = [...place, key];
    // The values of named examples have a rule of their own.
    const isFixture = (key === "examples" && isNode(values.base ?? values.head)) || key === "value";
    if (!keysAreNames && isFixture) return key === "value" ? [] : changedPlaces(values, at, true);
    if (!keysAreNames && isAnnotation(key)) return isSame(values) ? [] : [at];
    return changedPlaces(values, at, !keysAreNames && holdsNames(key));
  });
}

/** What a place belongs to, as a user would call it. */
function subjectOf(head: Node, place: Place): string {
  const [section, kind, name] = place;
  if (section === "components" && name !== undefined) return code(name);
  if (section !== "paths") return "the definition";
  const pathItem = isNode(head["paths"]) ? head["paths"][kind ?? ""] : undefined;
  const operation = isNode(pathItem) ? pathItem[name ?? ""] : undefined;
  return code(isNode(operation) ? (operation["operationId"] ?? place.slice(1, 3).join(" ")) : kind);
}

import { withoutAnnotations } from "../annotations.ts";
import type { Change } from "../change.ts";
import { type Both, canonical, isNode, keysOf, type Node, toList, toNode } from "../node.ts";
import { follow, schemaName } from "../reference.ts";
import type { Direction } from "../rules/rule.ts";
import { compareConditions, condition } from "./conditions.ts";
import { difference, type Place } from "./difference.ts";
import { compareTypes, compareValues } from "./values.ts";

export interface Scope {
  direction: Direction;
  documents: Both<Node>;
  /** The component schemas already compared with themselves: what there is to say of them is said once. */
  told: Set<string>;
  /** The pairs of schemas that the present one lies within: schemas may contain themselves. */
  within?: string[];
}

/**
 * How two schemas differ for whoever sends such a value, or gets it.
 *
 * @param place what to call the value, unless both schemas are the same component: that has a name of its own
 */
export function compareSchemas(scope: Scope, place: Place, schemas: Both): Change[] {
  const names = { base: schemaName(schemas.base), head: schemaName(schemas.head) };
  if (names.base !== undefined && names.base === names.head) {
    const beside = compareKeywords(scope, place, {
      base: withoutReference(schemas.base),
      head: withoutReference(schemas.head),
    });
    return [...beside, ...compareComponent(scope, names.base)];
  }
  const pair = `${canonical(schemas.base)} ${canonical(schemas.head)}`;
  if (scope.within?.includes(pair)) return [];
  return compareKeywords({ ...scope, within: [...(scope.within ?? []), pair] }, place, {
    base: simplified(scope.documents.base, schemas.base),
    head: simplified(scope.documents.head, schemas.head),
  });
}

function compareComponent(scope: Scope, name: string): Change[] {
  if (scope.told.has(name)) return [];
  scope.told.add(name);
  const reference = { $ref: `#/components/schemas/${name}` };
  return compareKeywords(scope, name, {
    base: simplified(scope.documents.base, reference),
    head: simplified(scope.documents.head, reference),
  });
}

function withoutReference(schema: unknown): Node {
  const { $ref: _, ...beside } = toNode(schema);
  return beside;
}

/** With the `$ref` followed, and an `allOf` of one melted into the schema that it stands in. */
function simplified(document: Node, schema: unknown): Node {
  const node = follow(document, schema);
  const [part, ...others] = toList(node["allOf"]);
  if (part === undefined || others.length > 0) return node;
  const { allOf: _, ...rest } = node;
  const inner = follow(document, part);
  const overlap = Object.keys(toNode(withoutAnnotations(rest))).some((keyword) => keyword in inner);
  return overlap || "allOf" in inner ? node : { ...inner, ...rest };
}

function compareKeywords(scope: Scope, place: Place, schemas: Both<Node>): Change[] {
  const { direction, documents } = scope;
  const types = compareTypes(direction, place, schemas);
  // Of a string that became an object nothing else can be said.
  if (types.some(({ rule }) => rule.endsWith("type-changed"))) return types;
  return [
    ...types,
    ...compareValues(direction, place, schemas),
    ...compareProperties(scope, place, schemas),
    ...compareOpenness(scope, place, schemas),
    ...compareItems(scope, place, schemas),
    ...compareParts(scope, place, schemas),
    ...compareAlternatives(scope, place, "oneOf", schemas),
    ...compareAlternatives(scope, place, "anyOf", schemas),
    ...compareConditions(direction, documents, place, schemas),
  ];
}

function compareProperties(scope: Scope, place: Place, { base, head }: Both<Node>): Change[] {
  const { direction, documents } = scope;
  const before = visibleProperties(direction, documents.base, base);
  const after = visibleProperties(direction, documents.head, head);
  return keysOf({ base: before, head: after }).flatMap((name) => {
    const at = `${place}.${name}`;
    const was = toList(base["required"]).includes(name);
    const is = toList(head["required"]).includes(name);
    if (!(name in after)) return [difference(`${direction}-property-removed`, at)];
    if (!(name in before)) return [propertyAdded(direction, at, is)];
    const turn = is ? "required" : "optional";
    return [
      ...(was === is ? [] : [difference(`${direction}-property-became-${turn}`, at)]),
      ...compareSchemas(scope, at, { base: before[name], head: after[name] }),
    ];
  });
}

function propertyAdded(direction: Direction, place: Place, isRequired: boolean): Change {
  if (direction === "response") return difference("response-property-added", place);
  return difference(
    isRequired ? "request-property-added-required" : "request-property-added-optional",
    place,
  );
}

/**
 * What is read-only is not sent, what is write-only is not answered: in that direction it does not exist. A name that
 * is required and nowhere described is a property of any kind.
 */
function visibleProperties(direction: Direction, document: Node, schema: Node): Node {
  const hiding = direction === "request" ? "readOnly" : "writeOnly";
  const required = toList(schema["required"]).map((name): [string, unknown] => [String(name), {}]);
  const properties = { ...Object.fromEntries(required), ...toNode(schema["properties"]) };
  return Object.fromEntries(
    Object.entries(properties).filter(([, property]) => follow(document, property)[hiding] !== true),
  );
}

const degrees = ["closed", "partly", "open"] as const;

function compareOpenness(scope: Scope, place: Place, { base, head }: Both<Node>): Change[] {
  const before = degrees.indexOf(opennessOf(base));
  const after = degrees.indexOf(opennessOf(head));
  if (before < after) return [difference(`${scope.direction}-opened`, place)];
  if (before > after) return [difference(`${scope.direction}-closed`, place)];
  if (opennessOf(base) !== "partly") return [];
  return compareSchemas(scope, `${place}.*`, {
    base: base["additionalProperties"],
    head: head["additionalProperties"],
  });
}

function opennessOf({ additionalProperties }: Node): (typeof degrees)[number] {
  if (additionalProperties === false) return "closed";
  return isNode(additionalProperties) && Object.keys(additionalProperties).length > 0 ? "partly" : "open";
}

function compareItems(scope: Scope, place: Place, { base, head }: Both<Node>): Change[] {
  if (!("items" in base) && !("items" in head)) return [];
  return compareSchemas(scope, `${place}[]`, { base: base["items"] ?? {}, head: head["items"] ?? {} });
}

function compareParts(scope: Scope, place: Place, { base, head }: Both<Node>): Change[] {
  const { kept, come, gone } = matchBranches(toList(base["allOf"]), toList(head["allOf"]));
  return [
    ...kept.flatMap((pair) => compareSchemas(scope, place, pair)),
    ...come.map((branch) =>
      difference(`${scope.direction}-part-added`, place, undefined, branchName(branch)),
    ),
    ...gone.map((branch) => difference(`${scope.direction}-part-removed`, place, branchName(branch))),
  ];
}

function compareAlternatives(
  scope: Scope,
  place: Place,
  keyword: "oneOf" | "anyOf",
  { base, head }: Both<Node>,
): Change[] {
  const [before, after] = [base[keyword], head[keyword]];
  if (before === undefined && after === undefined) return [];
  if (before === undefined || after === undefined) {
    return [condition(scope.direction, place, keyword, before, after)];
  }
  const { kept, come, gone } = matchBranches(toList(before), toList(after));
  return [
    ...kept.flatMap((pair) => compareSchemas(scope, place, pair)),
    ...come.map((branch) =>
      difference(`${scope.direction}-alternative-added`, place, undefined, branchName(branch)),
    ),
    ...gone.map((branch) => difference(`${scope.direction}-alternative-removed`, place, branchName(branch))),
  ];
}

/** Which branches stayed, in the same words or edited, which came and which went. */
function matchBranches(base: unknown[], head: unknown[]): { kept: Both[]; come: unknown[]; gone: unknown[] } {
  const key = (branch: unknown) => canonical(withoutAnnotations(branch));
  const lacking = (list: unknown[], other: unknown[]) =>
    list.filter((branch) => key(branch) !== "{}" && !other.map(key).includes(key(branch)));
  const gone = lacking(base, head);
  const come = lacking(head, base);
  const same = base
    .filter((branch) => !gone.includes(branch))
    .map((branch) => ({ base: branch, head: branch }));
  // A branch without a name of its own is taken for the next one of its kind, edited.
  const nameless = {
    base: gone.filter((branch) => schemaName(branch) === undefined),
    head: come.filter((branch) => schemaName(branch) === undefined),
  };
  const edited = nameless.base
    .slice(0, nameless.head.length)
    .map((branch, index) => ({ base: branch, head: nameless.head[index] }));
  return {
    kept: [...same, ...edited],
    come: come.filter((branch) => !edited.some(({ head }) => head === branch)),
    gone: gone.filter((branch) => !edited.some(({ base }) => base === branch)),
  };
}

function branchName(branch: unknown): unknown {
  return schemaName(branch) ?? withoutAnnotations(branch);
}

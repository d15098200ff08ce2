import { compareLists, compareValues, type Finding } from "./difference.ts";
import { join } from "./document.ts";
import {
  type Alternative,
  type Schema,
  type SchemaShape,
  type SchemaUnion,
  shapeOf,
  summaryOf,
} from "./schema-shape.ts";

/**
 * What two schemas say differently.
 *
 * @param seen pairs of places that are compared already: schemas may contain themselves
 */
export function compareSchemas(ours: Schema, vendor: Schema, seen: Set<string> = new Set()): Finding[] {
  const pair = JSON.stringify([ours, vendor].map((schema) => schema.map(({ place }) => place)));
  if (seen.has(pair)) return [];
  seen.add(pair);
  const [left, right] = [shapeOf(ours), shapeOf(vendor)];
  if (left.union && right.union) return compareUnions(left, left.union, right, right.union, seen);
  if (left.union)
    return compareOneSided(left, right, left.union, (each) => compareSchemas(each, vendor, seen));
  if (right.union)
    return compareOneSided(left, right, right.union, (each) => compareSchemas(ours, each, seen));
  return [
    ...compareKeywords(left, right),
    ...compareLists(join(left.place, "required"), left.required, right.required),
    ...compareProperties(left, right, seen),
    ...compareApplied(left, right, ours, seen),
  ];
}

function compareKeywords(ours: SchemaShape, vendor: SchemaShape): Finding[] {
  return union(Object.keys(ours.keywords), Object.keys(vendor.keywords)).flatMap((keyword) => {
    const place = join(ours.place, keyword);
    const [left, right] = [ours.keywords[keyword], vendor.keywords[keyword]];
    if (keyword === "enum" && Array.isArray(left) && Array.isArray(right))
      return compareLists(place, left, right);
    return compareValues(place, left, right);
  });
}

function compareProperties(ours: SchemaShape, vendor: SchemaShape, seen: Set<string>): Finding[] {
  return union(ours.properties.keys(), vendor.properties.keys()).flatMap((name) => {
    const [left, right] = [ours.properties.get(name), vendor.properties.get(name)];
    if (left && right) return compareSchemas(left, right, seen);
    return compareValues(
      join(ours.place, "properties", name),
      left && summaryOf(left),
      right && summaryOf(right),
    );
  });
}

/** Where one side has no such keyword it allows everything, as an empty schema does. */
function compareApplied(ours: SchemaShape, vendor: SchemaShape, owner: Schema, seen: Set<string>): Finding[] {
  return union(ours.applied.keys(), vendor.applied.keys()).flatMap((pointer) => {
    if (ours.keywords[pointer] === false || vendor.keywords[pointer] === false) return [];
    const anything = owner
      .slice(0, 1)
      .map((part) => ({ ...part, place: `${ours.place}/${pointer}`, value: {} }));
    return compareSchemas(
      ours.applied.get(pointer) ?? anything,
      vendor.applied.get(pointer) ?? anything,
      seen,
    );
  });
}

function compareUnions(
  left: SchemaShape,
  ours: SchemaUnion,
  right: SchemaShape,
  vendor: SchemaUnion,
  seen: Set<string>,
): Finding[] {
  return [
    ...compareKeywords(left, right),
    ...compareValues(join(left.place, "discriminator"), ours.discriminator, vendor.discriminator),
    ...compareAlternatives(left.place, ours.alternatives, vendor.alternatives, seen),
  ];
}

/** One side has alternatives, and the other has to agree with each. */
function compareOneSided(
  ours: SchemaShape,
  vendor: SchemaShape,
  { alternatives }: SchemaUnion,
  compareWith: (alternative: Schema) => Finding[],
): Finding[] {
  const place = join(ours.place, "oneOf");
  const names = alternatives.map(({ name }, index) => name ?? String(index));
  return [
    ...(ours.union ? compareValues(place, names, undefined) : compareValues(place, undefined, names)),
    ...compareValues(join(ours.place, "nullable"), ours.keywords["nullable"], vendor.keywords["nullable"]),
    ...alternatives.flatMap(({ schema }) => compareWith(schema)),
  ];
}

function compareAlternatives(
  place: string,
  ours: Alternative[],
  vendor: Alternative[],
  seen: Set<string>,
): Finding[] {
  const rest = new Map(vendor.map((alternative, index) => [alternative.name ?? String(index), alternative]));
  const matched = ours.flatMap((left, index) => {
    const key = bestMatch(left, rest, seen);
    const right = key === undefined ? undefined : rest.get(key);
    if (key === undefined || !right) {
      return compareValues(
        join(place, "oneOf", left.name ?? String(index)),
        summaryOf(left.schema),
        undefined,
      );
    }
    rest.delete(key);
    return compareSchemas(left.schema, right.schema, seen);
  });
  const left = [...rest].flatMap(([name, { schema }]) =>
    compareValues(join(place, "oneOf", name), undefined, summaryOf(schema)),
  );
  return [...matched, ...left];
}

/** By the value of the discriminator where both have one, else the alternative with the fewest differences. */
function bestMatch(
  { name, schema }: Alternative,
  candidates: Map<string, Alternative>,
  seen: Set<string>,
): string | undefined {
  const isNamed = [...candidates.values()].some((candidate) => candidate.name !== undefined);
  if (name !== undefined && isNamed) return candidates.has(name) ? name : undefined;
  const counts = [...candidates].map(([key, candidate]) => {
    return { key, count: compareSchemas(schema, candidate.schema, new Set(seen)).length };
  });
  return counts.sort((a, b) => a.count - b.count)[0]?.key;
}

function union(left: Iterable<string>, right: Iterable<string>): string[] {
  return [...new Set([...left, ...right])].sort();
}

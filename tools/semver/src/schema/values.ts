import type { Change } from "../change.ts";
import { type Both, canonical, isSame, type Node } from "../node.ts";
import type { Direction } from "../rules/rule.ts";
import { anyOf } from "../words.ts";
import { limits, limitTurn, listedValues, turnOf, typesOf, typeWords, without } from "./accepted.ts";
import { difference, type Place, turnOfPresence } from "./difference.ts";

export function compareTypes(direction: Direction, place: Place, { base, head }: Both<Node>): Change[] {
  const [before, after] = [typesOf(base), typesOf(head)];
  const turn = turnOf(before, after);
  return turn ? [difference(`${direction}-type-${turn}`, place, typeWords(before), typeWords(after))] : [];
}

/** Everything that a schema says of the value itself, beyond its type. */
export function compareValues(direction: Direction, place: Place, schemas: Both<Node>): Change[] {
  return [
    ...compareListedValues(direction, place, schemas),
    ...compareText(direction, place, "pattern", schemas),
    ...compareText(direction, place, "format", schemas),
    ...compareLimits(direction, place, schemas),
    ...compareDefaults(direction, place, schemas),
    ...compareDeprecation(place, schemas),
  ];
}

function compareListedValues(direction: Direction, place: Place, { base, head }: Both<Node>): Change[] {
  const [before, after] = [listedValues(base), listedValues(head)];
  if (before && after) {
    const come = without(after, before);
    const gone = without(before, after);
    return [
      ...come.map((value) => difference(`${direction}-enum-value-added`, place, undefined, value)),
      ...gone.map((value) => difference(`${direction}-enum-value-removed`, place, value)),
    ];
  }
  if (after) return [difference(`${direction}-enum-added`, place, undefined, anyOf(after))];
  return before ? [difference(`${direction}-enum-removed`, place, anyOf(before))] : [];
}

function compareText(
  direction: Direction,
  place: Place,
  keyword: "pattern" | "format",
  { base, head }: Both<Node>,
): Change[] {
  const [from, to] = [base[keyword], head[keyword]];
  if (from === to) return [];
  return [difference(`${direction}-${keyword}-${turnOfPresence(from, to)}`, place, from, to)];
}

function compareLimits(direction: Direction, place: Place, { base, head }: Both<Node>): Change[] {
  return limits.flatMap((keyword) => {
    const turn = limitTurn(keyword, base[keyword], head[keyword]);
    if (!turn) return [];
    const words = (value: unknown) =>
      value === undefined ? `no \`${keyword}\`` : `\`${keyword}\` ${canonical(value)}`;
    return [difference(`${direction}-limit-${turn}`, place, words(base[keyword]), words(head[keyword]))];
  });
}

function compareDefaults(direction: Direction, place: Place, { base, head }: Both<Node>): Change[] {
  const [from, to] = [base["default"], head["default"]];
  if (isSame({ base: from, head: to })) return [];
  return [difference(`${direction}-default-${turnOfPresence(from, to)}`, place, from, to)];
}

function compareDeprecation(place: Place, { base, head }: Both<Node>): Change[] {
  const [was, is] = [base["deprecated"] === true, head["deprecated"] === true];
  if (was === is) return [];
  return [difference(is ? "property-deprecated" : "property-restored", place)];
}

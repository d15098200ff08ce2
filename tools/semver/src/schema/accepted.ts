import { canonical, type Node, toList } from "../node.ts";

/** How the set of values that a rule lets through has changed. */
export type Turn = "narrowed" | "widened" | "changed";

const jsonTypes = ["array", "boolean", "integer", "null", "number", "object", "string"];

/** The JSON types that a schema lets through; `number` includes `integer`. */
export function typesOf({ type, nullable }: Node): string[] {
  if (type === undefined) return jsonTypes;
  const named = [...(Array.isArray(type) ? type : [type]), ...(nullable === true ? ["null"] : [])];
  return jsonTypes.filter((name) => named.includes(name) || (name === "integer" && named.includes("number")));
}

/** What {@link typesOf} lets through, in words. */
export function typeWords(types: string[]): string {
  if (types.length === jsonTypes.length) return "anything";
  return types.filter((name) => name !== "integer" || !types.includes("number")).join(" or ");
}

/** The values that `enum` and `const` leave, or nothing when both are absent. */
export function listedValues(schema: Node): unknown[] | undefined {
  if ("const" in schema) return [schema["const"]];
  return Array.isArray(schema["enum"]) ? schema["enum"] : undefined;
}

/** The members of the one list that the other does not have. */
export function without(list: unknown[], other: unknown[]): unknown[] {
  const known = new Set(other.map(canonical));
  return list.filter((value) => !known.has(canonical(value)));
}

/** How one set turned into another; nothing when they are equal. */
export function turnOf(base: unknown, head: unknown): Turn | undefined {
  const lost = without(toList(base), toList(head)).length > 0;
  const won = without(toList(head), toList(base)).length > 0;
  if (lost && won) return "changed";
  if (lost) return "narrowed";
  return won ? "widened" : undefined;
}

/** The value that a lower limit has when it is not given; below it nothing exists. */
const lowest: Record<string, number> = {
  minimum: Number.NEGATIVE_INFINITY,
  exclusiveMinimum: Number.NEGATIVE_INFINITY,
  minLength: 0,
  minItems: 0,
  minProperties: 0,
  minContains: 1,
};

const highest = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"];

/** The keywords that {@link limitTurn} judges. */
export const limits: string[] = [...Object.keys(lowest), ...highest, "multipleOf", "uniqueItems"];

/** How a limit turned; nothing when it means the same. */
export function limitTurn(keyword: string, base: unknown, head: unknown): Turn | undefined {
  if (keyword === "multipleOf") return stepTurn(base, head);
  if (keyword === "uniqueItems") return orderTurn(Number(base === true), Number(head === true));
  const lower = lowest[keyword];
  if (lower !== undefined) return orderTurn(numberOr(lower, base), numberOr(lower, head));
  return orderTurn(-numberOr(Number.POSITIVE_INFINITY, base), -numberOr(Number.POSITIVE_INFINITY, head));
}

/** Of two lower limits, the greater lets less through. */
function orderTurn(base: number, head: number): Turn | undefined {
  if (base === head) return undefined;
  return head > base ? "narrowed" : "widened";
}

function stepTurn(base: unknown, head: unknown): Turn | undefined {
  if (base === head) return undefined;
  if (typeof base !== "number") return "narrowed";
  if (typeof head !== "number") return "widened";
  if (head % base === 0) return "narrowed";
  return base % head === 0 ? "widened" : "changed";
}

function numberOr(absent: number, value: unknown): number {
  return typeof value === "number" ? value : absent;
}

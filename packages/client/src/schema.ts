import type { Violation } from "./errors.ts";

/**
 * Holds a value against a schema, and adds what it breaks to `found`, under the name that `field` gives the value.
 *
 * `checks.gen.ts` puts the definition's schemas together from the keywords below. They mean what they mean in JSON
 * Schema 2020-12: each of them passes whatever it does not speak of.
 */
export type Check = (value: unknown, field: string, found: Violation[]) => void;

/** What a value breaks; `field` is what to call the value itself. */
export function violationsOf(check: Check, value: unknown, field: string): Violation[] {
  const found: Violation[] = [];
  check(value, field, found);
  return found;
}

/** Passes what holds, and tells of the rest in the words of `sentence`, the end of a sentence about the field. */
function rule(sentence: string, holds: (value: unknown) => boolean): Check {
  return (value, field, found) => {
    if (!holds(value)) tell(sentence, value, field, found);
  };
}

function tell(rule: string, value: unknown, field: string, found: Violation[]): void {
  found.push({ field, rule, given: describe(value) });
}

/** The form of a value, never the value: it could be a secret in the wrong place. */
function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return `a string of ${value.length} characters`;
  if (typeof value === "number" || typeof value === "boolean" || value === null) return String(value);
  return Array.isArray(value) ? `an array of ${value.length}` : `a value of type ${typeof value}`;
}

/** What may not be there at all. */
export function refused(sentence: string): Check {
  return rule(sentence, () => false);
}

export const missing: Check = /* @__PURE__ */ refused("is required");

export function all(...checks: Check[]): Check {
  return (value, field, found) => {
    for (const check of checks) check(value, field, found);
  };
}

export function anyOf(...checks: Check[]): Check {
  const none = refused("must have one of the forms that the definition lists");
  return (value, field, found) => {
    const failed = checks.map((check) => violationsOf(check, value, field));
    if (failed.some(({ length }) => length === 0)) return;
    for (const violation of failed.flat()) found.push(violation);
    none(value, field, found);
  };
}

export function oneOf(...checks: Check[]): Check {
  const several = refused("must have just one of the forms that the definition lists");
  const atLeastOne = anyOf(...checks);
  return (value, field, found) => {
    const held = checks.filter((check) => violationsOf(check, value, field).length === 0);
    (held.length > 1 ? several : atLeastOne)(value, field, found);
  };
}

export function not(check: Check): Check {
  const fails = (value: unknown) => violationsOf(check, value, "").length > 0;
  return rule("must not have the form that the definition excludes", fails);
}

/** The check that a property of the value chooses: OpenAPI's discriminator. What has no properties chooses none. */
export function chosenBy(property: string, checks: Record<string, Check>): Check {
  const anObject = type("object");
  const unknown = refused("must be one that the definition knows");
  return (value, field, found) => {
    if (!isObject(value)) return anObject(value, field, found);
    const choice = value[property];
    if (typeof choice === "string" && Object.hasOwn(checks, choice)) checks[choice]?.(value, field, found);
    else unknown(choice, `${field}.${property}`, found);
  };
}

/** A check that is not made yet: schemas may refer to each other in a circle. */
export function later(check: () => Check): Check {
  return (value, field, found) => check()(value, field, found);
}

export function type(...names: string[]): Check {
  return rule(`must be of type ${names.join(" or ")}`, (value) =>
    names.some((name) => isOfType(value, name)),
  );
}

function isOfType(value: unknown, name: string): boolean {
  if (name === "integer") return Number.isInteger(value);
  if (name === "number") return Number.isFinite(value);
  if (name === "object") return isObject(value);
  if (name === "array") return Array.isArray(value);
  return name === "null" ? value === null : typeof value === name;
}

/** Whether a value is what JSON calls an object: neither a list nor null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `enum`, and with a single value `const`. */
export function choice(...values: unknown[]): Check {
  const sentence = `must be ${values.length > 1 ? "one of " : ""}${values.join(", ")}`;
  return rule(sentence, (value) => values.includes(value));
}

export function pattern(source: string): Check {
  const expression = new RegExp(source, "u");
  return rule(`must match ${source}`, (value) => !isText(value) || expression.test(value));
}

export function maxLength(limit: number): Check {
  return rule(`must have at most ${limit} characters`, (value) => !isText(value) || !isLonger(value, limit));
}

export function minLength(limit: number): Check {
  return rule(
    `must have at least ${limit} characters`,
    (value) => !isText(value) || isLonger(value, limit - 1),
  );
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

export function minimum(limit: number): Check {
  return rule(`must be at least ${limit}`, (value) => !isNumber(value) || value >= limit);
}

export function maximum(limit: number): Check {
  return rule(`must be at most ${limit}`, (value) => !isNumber(value) || value <= limit);
}

export function exclusiveMinimum(limit: number): Check {
  return rule(`must be more than ${limit}`, (value) => !isNumber(value) || value > limit);
}

export function exclusiveMaximum(limit: number): Check {
  return rule(`must be less than ${limit}`, (value) => !isNumber(value) || value < limit);
}

export function multipleOf(divisor: number): Check {
  const divides = (number: number) => Number.isInteger(number / divisor);
  return rule(`must be a multiple of ${divisor}`, (value) => !isNumber(value) || divides(value));
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

/** A string, with what nearly every string has: `pattern`, `minLength` and `maxLength`. */
export function text(source = "", min = 0, max: number = Number.POSITIVE_INFINITY): Check {
  const expression = source && new RegExp(source, "u");
  return (value, field, found) => {
    if (typeof value !== "string") return tell("must be of type string", value, field, found);
    if (isLonger(value, max)) tell(`must have at most ${max} characters`, value, field, found);
    if (!isLonger(value, min - 1)) tell(`must have at least ${min} characters`, value, field, found);
    if (expression && !expression.test(value)) tell(`must match ${source}`, value, field, found);
  };
}

/** In code points: a text has no more of them than it is long, and at least half as many. */
function isLonger(text: string, limit: number): boolean {
  return text.length > limit && (text.length > 2 * limit || [...text].length > limit);
}

/** An array of such items. */
export function list(check: Check): Check {
  return all(type("array"), items(check));
}

export function items(check: Check): Check {
  return (value, field, found) => {
    if (!Array.isArray(value)) return;
    const before = found.length;
    for (const [index, item] of value.entries()) check(item, `[${index}]`, found);
    putUnder(field, found, before);
  };
}

export function minItems(limit: number): Check {
  return rule(`must have at least ${limit} items`, (value) => !Array.isArray(value) || value.length >= limit);
}

export function maxItems(limit: number): Check {
  return rule(`must have at most ${limit} items`, (value) => !Array.isArray(value) || value.length <= limit);
}

export function uniqueItems(): Check {
  const isUnique = (list: unknown[]) => new Set(list.map(canonical)).size === list.length;
  return rule("must have no item twice", (value) => !Array.isArray(value) || isUnique(value));
}

/** The same text for values that are equal, whatever the order of their properties. */
function canonical(value: unknown): string {
  const sorted = (object: object) => Object.fromEntries(Object.entries(object).sort(byName));
  return JSON.stringify(value, (_, part: unknown) => (isObject(part) ? sorted(part) : part));
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}

/** An object with such properties. */
export function object(...args: Parameters<typeof properties>): Check {
  const anObject = type("object");
  const withProperties = properties(...args);
  return (value, field, found) => (isObject(value) ? withProperties : anObject)(value, field, found);
}

/** `required`, `additionalProperties` and `properties`, in this order; `others` checks what `known` does not name. */
export function properties(known: Record<string, Check>, required: string[] = [], others?: Check): Check {
  const checks = Object.entries(known).map(([name, check]) => ({ name, place: `.${name}`, check }));
  return (value, field, found) => {
    if (!isObject(value)) return;
    const before = found.length;
    for (const name of required) if (value[name] === undefined) missing(undefined, `.${name}`, found);
    if (others)
      for (const name in value) if (!Object.hasOwn(known, name)) others(value[name], `.${name}`, found);
    for (const { name, place, check } of checks) {
      const part = value[name];
      if (part !== undefined) check(part, place, found);
    }
    putUnder(field, found, before);
  };
}

/** What was found in the parts of a value knows its place in it, and now in what holds the value. */
function putUnder(field: string, found: Violation[], from: number): void {
  for (let at = from; at < found.length; at += 1) {
    const violation = found[at] as Violation;
    violation.field = field + violation.field;
  }
}

export function minProperties(limit: number): Check {
  const fits = (object: object) => Object.keys(object).length >= limit;
  return rule(`must have at least ${limit} properties`, (value) => !isObject(value) || fits(value));
}

export function maxProperties(limit: number): Check {
  const fits = (object: object) => Object.keys(object).length <= limit;
  return rule(`must have at most ${limit} properties`, (value) => !isObject(value) || fits(value));
}

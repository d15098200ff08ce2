import { inspect } from "node:util";

// Plain JavaScript, casts and other definitions get past the types. Each error names the place, what is there, and what
// may be there.

/** @throws TypeError when a name is none of those that there are. */
export function requireOneOf(place: string, given: string, known: readonly string[]): void {
  if (known.includes(given)) return;
  throw new TypeError(`${place} is ${given}; known are ${known.join(", ") || "none"}.`);
}

/** How an unknown field is reported. */
interface Naming {
  /** @default "field" */
  readonly noun?: "field" | "option";
  /** Fields that exist deeper, such as `scenario.faults`. */
  readonly nested?: readonly string[];
}

/** @throws TypeError for anything but an object, and for a field that is given and not known. */
export function requireFields(
  place: string,
  given: unknown,
  known: readonly string[],
  { noun = "field", nested = [] }: Naming = {},
): void {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw new TypeError(`${place} is ${inspect(given)}; it takes an object.`);
  for (const [field, value] of Object.entries(given)) {
    if (value === undefined || known.includes(field)) continue;
    const near = [...known, ...nested].find((name) => isNear(name, field));
    const hint = near === undefined ? "" : ` Did you mean \`${near}\`?`;
    const expected = `Expected one of: ${known.join(", ")}.`;
    throw new TypeError(`Unknown ${noun} \`${field}\` of ${place}.${hint} ${expected}`);
  }
}

/** Whether the one begins with the other, but for case and signs; of a nested name, its last part counts. */
function isNear(name: string, field: string): boolean {
  const plain = (text: string): string => text.replaceAll(/\W|_/g, "").toLowerCase();
  const [known, given] = [plain(name.split(".").at(-1) ?? name), plain(field)];
  return known.startsWith(given) || given.startsWith(known);
}

/** @throws TypeError for anything but an object with all of these functions. */
export function requireFunctions(place: string, given: unknown, names: readonly string[]): void {
  for (const name of names) {
    if (typeof Object(given)[name] === "function") continue;
    throw new TypeError(`${place} has no function ${name}; it needs ${names.join(", ")}.`);
  }
}

/** @throws TypeError for anything but `true` or `false`. */
export function requireFlag(place: string, given: unknown): void {
  if (typeof given === "boolean") return;
  throw new TypeError(`${place} is ${inspect(given)}; it takes true or false.`);
}

/** @throws TypeError for anything but a text, of the length and form that a schema asks for. */
export function requireText(
  place: string,
  given: unknown,
  { pattern = "", maxLength = Number.MAX_VALUE }: { pattern?: string; maxLength?: number } = {},
): void {
  if (typeof given === "string" && given.length <= maxLength && new RegExp(pattern).test(given)) return;
  const form = pattern === "" ? "" : ` that matches ${pattern}`;
  const length = maxLength === Number.MAX_VALUE ? "" : `, of at most ${maxLength} characters`;
  throw new TypeError(`${place} is ${inspect(given)}; it takes a text${form}${length}.`);
}

/** @throws TypeError for anything but a finite number of at least 0, and of at most `to`. */
export function requireNumber(place: string, given: unknown, to: number = Number.MAX_VALUE): void {
  if (typeof given === "number" && given >= 0 && given <= to) return;
  const end = to === Number.MAX_VALUE ? "" : ` to ${to}`;
  throw new TypeError(`${place} is ${inspect(given)}; it takes a number from 0${end}.`);
}

/** @throws TypeError for anything but a whole number of at least `from`, and of at most `to`. */
export function requireCount(place: string, given: unknown, from: 0 | 1, to?: number): void {
  if (Number.isSafeInteger(given) && Number(given) >= from && Number(given) <= (to ?? Infinity)) return;
  const end = to === undefined ? "" : ` to ${to}`;
  throw new TypeError(`${place} is ${inspect(given)}; it takes a whole number from ${from}${end}.`);
}

/** @throws TypeError for anything but a name or an address: Node takes an empty one for every address there is. */
export function requireHost(place: string, given: unknown): void {
  if (typeof given === "string" && given.trim() !== "") return;
  throw new TypeError(`${place} is ${inspect(given)}; it takes a name or an address, e.g. 127.0.0.1.`);
}

/**
 * The items of a list, each with its place.
 *
 * @throws TypeError for anything but a list.
 */
export function placed<T>(place: string, given: readonly T[]): [place: string, item: T][] {
  if (!Array.isArray(given)) throw new TypeError(`${place} is ${inspect(given)}; it takes a list.`);
  return given.map((item, index) => [`${place}[${index}]`, item]);
}

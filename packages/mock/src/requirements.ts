import { inspect } from "node:util";

// Plain JavaScript, casts and other definitions get past the types. Each error names the place, what is there, and what
// may be there.

/** @throws TypeError when a name is none of those that there are. */
export function requireOneOf(place: string, given: string, known: readonly string[]): void {
  if (known.includes(given)) return;
  throw new TypeError(`${place} is ${given}; known are ${known.join(", ") || "none"}.`);
}

/** @throws TypeError for anything but a finite number of at least 0, and of at most `to`. */
export function requireNumber(place: string, given: unknown, to: number = Number.MAX_VALUE): void {
  if (typeof given === "number" && given >= 0 && given <= to) return;
  const end = to === Number.MAX_VALUE ? "" : ` to ${to}`;
  throw new TypeError(`${place} is ${inspect(given)}; it takes a number from 0${end}.`);
}

/** @throws TypeError for anything but a whole number of at least `from`. */
export function requireCount(place: string, given: unknown, from: 0 | 1): void {
  if (Number.isSafeInteger(given) && Number(given) >= from) return;
  throw new TypeError(`${place} is ${inspect(given)}; it takes a whole number from ${from}.`);
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

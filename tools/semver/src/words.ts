/** A value as a sentence shows it: strings bare, everything else as JSON. */
export function code(value: unknown): string {
  return `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}

/** The same, for a value that may not be there. */
export function orNothing(value: unknown): string {
  return value === undefined ? "nothing" : code(value);
}

/** “`a`, `b` or `c`” */
export function anyOf(values: unknown[]): string {
  const words = values.map(code);
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

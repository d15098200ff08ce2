/** One line of what somebody else wrote, without what could steer a terminal. */
export function plainText(value: unknown): string {
  return textOf(value)
    .replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .trim();
}

/** What came as JSON and is no text stays JSON: `String` fails at an object that has a `toString` of its own. */
function textOf(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

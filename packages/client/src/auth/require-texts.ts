/** @throws {TypeError} that names the first of the options which is no text, or an empty one */
export function requireTexts(provider: string, options: Record<string, unknown>): void {
  for (const option in options)
    if (typeof options[option] !== "string" || options[option] === "")
      throw new TypeError(`${provider} needs ${option}, a string that is not empty`);
}

/** Says which of the options were copied with more than belongs to them. They may be right: only a refusal says so. */
export function surrounded(options: Record<string, string>): string[] {
  return Object.keys(options)
    .filter((option) => /^[\s"'`‘’“”]|[\s"'`‘’“”]$/.test(options[option] ?? ""))
    .map((option) => `${option} begins or ends with white space or quotes`);
}

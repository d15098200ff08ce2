/** @throws {TypeError} that names the first of the options which is no text, or an empty one */
export function requireTexts(provider: string, options: Record<string, unknown>): void {
  for (const option in options)
    if (typeof options[option] !== "string" || options[option] === "")
      throw new TypeError(`${provider} needs ${option}, a string that is not empty`);
}

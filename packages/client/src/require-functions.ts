/** @throws {TypeError} that names the first of the options which is not a function */
export function requireFunctions(owner: string, options: Record<string, unknown>): void {
  for (const option in options)
    if (typeof options[option] !== "function") throw new TypeError(`${owner} needs ${option}, a function`);
}

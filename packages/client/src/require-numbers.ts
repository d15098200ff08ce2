/** @throws {TypeError} that names the first of the options which is given and no number of at least `min` */
export function requireNumbers(owner: string, options: Record<string, unknown>, min: number): void {
  for (const option in options) {
    const value = options[option];
    if (value !== undefined && !(typeof value === "number" && value >= min))
      throw new TypeError(`${owner} needs ${option}, a number of at least ${min}, not ${String(value)}`);
  }
}

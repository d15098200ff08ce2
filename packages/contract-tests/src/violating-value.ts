/** Stands for a value that is left out. */
export const ABSENT: unique symbol = Symbol("absent");

/**
 * Values that may break a keyword, the likeliest first: a schema check has to say which of them do.
 *
 * @param demand - What the keyword demands.
 * @param valid - A value that breaks nothing.
 * @throws Error for a keyword that nothing is known to break.
 */
export function violatingValues(keyword: string, demand: unknown, valid: unknown): unknown[] {
  const build = BUILDERS[keyword];
  if (build === undefined) {
    throw new Error(`No value is known that breaks the keyword ${keyword}: violating-value.ts needs one.`);
  }
  // Two casts, because the keyword tells the type of its demand, and of the values that it applies to.
  return build(demand as never, valid as never);
}

const BUILDERS: Readonly<Record<string, (demand: never, valid: never) => unknown[]>> = {
  required: () => [ABSENT],
  discriminator: () => ["not listed", ABSENT],
  readOnly: (_, valid) => [valid],
  additionalProperties: () => ["unknown"],
  unevaluatedProperties: () => ["unknown"],
  type: () => ["neither", 42, 0.5, true, [], {}],
  enum: (listed: unknown[]) => ["not listed", -1, ...listed.map((value) => `${value}?`)],
  const: (only: unknown) => ["another", -1, `${only}?`],
  pattern: (_, valid: string) => ["!", "~", " ", "é"].flatMap((character) => spoil(valid, character)),
  minLength: (least: number, valid: string) => [valid.slice(0, least - 1), "a".repeat(least - 1)],
  maxLength: (most: number, valid: string) => [
    valid.padEnd(most + 1, valid.at(-1)),
    ...["a", "A", "0"].map((character) => character.repeat(most + 1)),
  ],
  minimum: (least: number) => [least - 1],
  maximum: (most: number) => [most + 1],
  exclusiveMinimum: (limit: number) => [limit],
  exclusiveMaximum: (limit: number) => [limit],
  multipleOf: (step: number) => [step + 1, step * 1.5],
  minItems: (least: number, valid: unknown[]) => [valid.slice(0, least - 1)],
  maxItems: (most: number, valid: unknown[]) => [fill(valid, most + 1)],
  uniqueItems: (_, valid: unknown[]) => [fill(valid.slice(0, 1), 2)],
};

/** A text of the same length with another first, last or every character. */
function spoil(text: string, character: string): string[] {
  return [
    `${text.slice(0, -1)}${character}`,
    `${character}${text.slice(1)}`,
    character.repeat(text.length || 1),
  ];
}

/** Repeats the items up to a length. */
function fill(items: readonly unknown[], length: number): unknown[] {
  return Array.from({ length }, (_, index) => items[index % (items.length || 1)]);
}

import type { Json } from "./document.ts";

/** What a keyword says when it is not there. */
const defaults: Json = {
  nullable: false,
  readOnly: false,
  writeOnly: false,
  deprecated: false,
  uniqueItems: false,
  minLength: 0,
  minItems: 0,
  minProperties: 0,
};

/** Plain keywords the way 3.1 says them, except that `nullable` has a name of its own, as in 3.0. */
export function keywordsOf(schema: Json): Json {
  const {
    type,
    enum: listed,
    const: constant,
    nullable,
    exclusiveMinimum,
    exclusiveMaximum,
    ...rest
  } = schema;
  const types = [type ?? []].flat();
  const values = constant === undefined ? listed : [constant];
  const keywords: Json = {
    ...rest,
    type: typeOf(types),
    enum: Array.isArray(values) ? values.filter((value) => value !== null) : undefined,
    nullable: nullable === true || types.includes("null"),
    ...boundOf("minimum", "exclusiveMinimum", rest["minimum"], exclusiveMinimum),
    ...boundOf("maximum", "exclusiveMaximum", rest["maximum"], exclusiveMaximum),
  };
  const said = Object.entries(keywords).filter(
    ([name, value]) => value !== undefined && value !== defaults[name],
  );
  return Object.fromEntries(said);
}

/** One type as itself, several as a list; `null` is left to `nullable`. */
function typeOf(types: unknown[]): unknown {
  const named = types.filter((name) => name !== "null").sort();
  return named.length > 1 ? named : named[0];
}

/** 3.0 marks a bound as exclusive; 3.1 gives the exclusive bound a keyword and a number of its own. */
function boundOf(inclusive: string, exclusive: string, bound: unknown, mark: unknown): Json {
  if (typeof mark !== "boolean") return { [inclusive]: bound, [exclusive]: mark };
  return mark ? { [inclusive]: undefined, [exclusive]: bound } : { [inclusive]: bound };
}

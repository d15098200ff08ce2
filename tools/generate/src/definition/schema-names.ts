import { at, type Documents, type Place, target } from "./reach.ts";

/**
 * The names of the schemas that judge a value, from the outside in.
 *
 * @param schema the one that judges the whole
 * @param way from the whole to the value
 */
export function schemaNames(documents: Documents, schema: Place, way: readonly string[]): string[] {
  const names = new Set<string>();
  const entered = new Set<string>();
  const enter = (place: Place, [token, ...rest]: readonly string[]): void => {
    const key = JSON.stringify([place, token, ...rest]);
    if (entered.has(key)) return;
    entered.add(key);
    const { $ref, ...node } = Object(at(documents, place));
    const below = (...tokens: string[]): Place => ({ ...place, tokens: [...place.tokens, ...tokens] });
    if (typeof $ref === "string") {
      const named = target(place.file, $ref);
      names.add(named.tokens.at(-1) ?? $ref);
      enter(named, token === undefined ? [] : [token, ...rest]);
    }
    for (const keyword of ["allOf", "oneOf", "anyOf"]) {
      for (const index of Object.keys(Object(node[keyword]))) {
        enter(below(keyword, index), token === undefined ? [] : [token, ...rest]);
      }
    }
    if (token === undefined) return;
    if (token in Object(node.properties)) enter(below("properties", token), rest);
    else if ("items" in node && /^\d+$/.test(token)) enter(below("items"), rest);
  };
  enter(schema, way);
  return [...names];
}

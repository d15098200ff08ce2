/**
 * How openapi-fetch is to write parameters into a URL: each in the style that OpenAPI gives its place, which is the only
 * one that the definition's rules allow. Its own serializers know them all, and look for the style anew in every call.
 */
export const serializers = {
  /** Style `simple`: what the placeholders stand for, lists with commas. */
  pathSerializer(template: string, values: Record<string, unknown>): string {
    let path = template;
    for (const name in values) path = path.replace(`{${name}}`, encode(values[name]));
    return path;
  },

  /** Style `form`, exploded: a pair for each value, lists repeat their name, and what is null is left out. */
  querySerializer(values: Record<string, unknown>): string {
    let query = "";
    for (const name in values)
      for (const value of [values[name] ?? []].flat())
        query += `${query && "&"}${encode(name)}=${encode(value)}`;
    return query;
  },
};

function encode(value: unknown): string {
  return Array.isArray(value) ? value.map(encode).join(",") : encodeURIComponent(String(value));
}

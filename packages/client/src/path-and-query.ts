import { isObject } from "./schema.ts";

type Values = Record<string, unknown>;

/** A path template and the parameters of a call as they stand in its URL, in the forms that openapi-fetch gives them. */
export function pathAndQuery(
  template: string,
  { path, query = {} }: { path?: Values; query?: Values },
): string {
  let pathname = template;
  for (const name in path) pathname = pathname.replace(`{${name}}`, segment(path[name]));
  const pairs = Object.entries(query).flatMap(([name, value]) => pairsOf(name, value));
  return pairs.length > 0 ? `${pathname}?${pairs.join("&")}` : pathname;
}

/** The items of a list, or the names and values of an object, with commas between them. */
function segment(value: unknown): string {
  if (Array.isArray(value)) return value.map(encode).join(",");
  return isObject(value) ? segment(Object.entries(value).flat()) : encode(value);
}

/** A list gives one pair an item, an object one a property, whose name stands in brackets. */
function pairsOf(name: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pairsOf(name, item));
  if (isObject(value))
    return Object.entries(value).flatMap(([key, part]) => pairsOf(`${name}[${key}]`, part));
  return value === undefined || value === null ? [] : [`${name}=${encode(value)}`];
}

function encode(value: unknown): string {
  return encodeURIComponent(String(value));
}

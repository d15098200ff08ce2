import type { Definition, Schema } from "./definition.ts";

/**
 * The types package as the reference has to see it. The compiler forgets the name of a type alias once it has resolved
 * it, and each signature would show the whole of an export job in its place; an interface keeps its name.
 *
 * @param source the text of the types package's `names.gen.ts`
 */
export function namedTypes({ components }: Definition, source: string): string {
  const lines = typeNames(source).map(([name, is]) => {
    // An alias of one of the others is that one.
    if (/^\w+$/.test(is)) return `export type ${name} = ${is};`;
    return is === "" || isObject(components.schemas[name] ?? components.schemas[name.replace(/Input$/, "")])
      ? `export interface ${name} extends types.${name} {}`
      : `export type ${name} = types.${name};`;
  });
  return [
    'import type * as types from "../../packages/types/dist/index.js";',
    'export type { components, operations, paths } from "../../packages/types/dist/index.js";',
    ...lines,
    "",
  ].join("\n");
}

/** Where each of these types is explained, by name. */
export function typeAddresses(
  { components }: Definition,
  source: string,
  base: string,
): Record<string, string> {
  const address = (name: string) => {
    if (name in components.schemas) return `${base}/reference/schemas/#${name.toLowerCase()}`;
    const [, operation = ""] = /^(\w+?)(Input|Result)$/.exec(name) ?? [];
    if (operation in components.schemas) return `${base}/reference/schemas/#${operation.toLowerCase()}`;
    return `${base}/reference/operations/${operation.toLowerCase()}/`;
  };
  return Object.fromEntries(typeNames(source).map(([name]) => [name, address(name)]));
}

/** Each with what it is an alias of; an interface is none. */
function typeNames(source: string): [name: string, is: string][] {
  return [...source.matchAll(/^export (?:type|interface) (\w+)(?: = (.*);$)?/gm)].map(
    ([, name = "", is = ""]) => [name, is],
  );
}

function isObject(schema: Schema | undefined): boolean {
  return (
    schema !== undefined &&
    schema.oneOf === undefined &&
    (schema.type === "object" || schema.allOf !== undefined)
  );
}

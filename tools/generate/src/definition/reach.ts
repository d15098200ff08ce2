import { dirname, join } from "node:path/posix";

/** A node of a file that YAML or JSON was read from. */
export interface Place {
  file: string;
  /** The unescaped tokens of a JSON Pointer (RFC 6901). */
  tokens: readonly string[];
}

/** Path → contents, parsed. */
export type Documents = ReadonlyMap<string, unknown>;

/** Tells the operations that feel it when a place changes. */
export interface Reach {
  (place: Place): string[];
  /** How many operations there are. */
  count: number;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * Follows every reference of every operation of an OpenAPI document, which may be one file or several.
 *
 * @param entry the file with `paths`
 */
export function createReach(documents: Documents, entry: string): Reach {
  const places = new Map(
    operationsOf(documents, entry).map(({ operationId, roots }) => [operationId, closure(documents, roots)]),
  );
  const reach = (place: Place): string[] => {
    // Security, servers and what the definition says of itself belong to all operations.
    const isOfAll = place.file === entry && !["paths", "components"].includes(place.tokens[0] ?? "");
    return [...places].flatMap(([operationId, reached]) =>
      isOfAll || reached.some((one) => isWithin(one, place) || isWithin(place, one)) ? [operationId] : [],
    );
  };
  return Object.assign(reach, { count: places.size });
}

/** Their names, or that it is all of them or none. */
export function printOperations(operations: readonly string[], all: number): string {
  if (operations.length === 0) return "no operation";
  return operations.length === all && all > 1 ? "every operation" : operations.join(", ");
}

interface Rooted {
  operationId: string;
  roots: Place[];
}

function operationsOf(documents: Documents, entry: string): Rooted[] {
  const root = documents.get(entry);
  const { paths, security, components } = Object(root);
  return Object.keys(Object(paths)).flatMap((path) => {
    const declared: Place = { file: entry, tokens: ["paths", path] };
    const item = resolve(documents, declared);
    const node = at(documents, item);
    return methods.flatMap((method): Rooted[] => {
      const operation = Object(Object(node)[method]);
      if (!("operationId" in operation)) return [];
      const schemes = (operation.security ?? security ?? []).flatMap(Object.keys);
      const roots = [
        { file: item.file, tokens: [...item.tokens, method] },
        { file: item.file, tokens: [...item.tokens, "parameters"] },
        ...schemes
          .filter((name: string) => name in Object(components?.securitySchemes))
          .map((name: string) => ({ file: entry, tokens: ["components", "securitySchemes", name] })),
      ];
      return [{ operationId: String(operation.operationId), roots }];
    });
  });
}

/** The places, and all that their references lead to. */
function closure(documents: Documents, roots: Place[]): Place[] {
  const found: Place[] = [];
  const enter = (place: Place): void => {
    if (found.some((known) => isWithin(known, place))) return;
    found.push(place);
    for (const reference of referencesIn(at(documents, place))) enter(target(place.file, reference));
  };
  for (const root of roots) enter(root);
  return found;
}

function resolve(documents: Documents, place: Place): Place {
  const { $ref } = Object(at(documents, place));
  return typeof $ref === "string" ? resolve(documents, target(place.file, $ref)) : place;
}

function referencesIn(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === "$ref" && typeof value === "string" ? [value] : referencesIn(value),
  );
}

/** What a `$ref` leads to that stands in a file. */
export function target(file: string, reference: string): Place {
  const [path = "", pointer = ""] = reference.split("#");
  return { file: path === "" ? file : join(dirname(file), path), tokens: tokensOf(pointer) };
}

export function tokensOf(pointer: string): string[] {
  const tokens = pointer.split("/").slice(1);
  return tokens.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

export function at(documents: Documents, { file, tokens }: Place): unknown {
  return tokens.reduce<unknown>((parent, token) => Object(parent)[token], documents.get(file));
}

function isWithin(outer: Place, inner: Place): boolean {
  return outer.file === inner.file && outer.tokens.every((token, index) => token === inner.tokens[index]);
}

export type Json = Record<string, unknown>;

export interface OpenApiDocument {
  /** What messages call it: a path or a URL. */
  name: string;
  version: "3.0" | "3.1";
  root: Json;
}

/** Something in a document, and the place where it stands: a JSON pointer (RFC 6901) without its leading slash. */
export interface Part {
  document: OpenApiDocument;
  place: string;
  value: unknown;
}

/** The file is not what it should be; the message says which file, what was expected and what was found. */
export class UnusableFileError extends Error {
  override readonly name = "UnusableFileError";
}

/** @throws {UnusableFileError} when the value is not an OpenAPI 3.0 or 3.1 document */
export function toDocument(name: string, value: unknown): OpenApiDocument {
  const root = asObject(value);
  const version = /^3\.[01](?=\.)/.exec(String(root["openapi"]))?.[0];
  if (version !== "3.0" && version !== "3.1") {
    const found = root["openapi"] ?? root["swagger"];
    throw new UnusableFileError(
      `${name} is not an OpenAPI document: expected \`openapi: 3.0.x\` or \`3.1.x\` at its top, found ${found === undefined ? "no version" : `version ${JSON.stringify(found)}`}.`,
    );
  }
  if (!isObject(root["paths"]))
    throw new UnusableFileError(`${name} is an OpenAPI document without \`paths\`.`);
  return { name, version, root };
}

/** What stands at a path of keys below a part; no reference is followed on the way. */
export function member(part: Part, ...keys: string[]): Part {
  const value = keys.reduce<unknown>((parent, key) => asObject(parent)[key], part.value);
  return { ...part, place: join(part.place, ...keys), value };
}

export function members(part: Part): [key: string, part: Part][] {
  return Object.keys(asObject(part.value)).map((key) => [key, member(part, key)]);
}

/** The elements of a list. */
export function elements(part: Part): Part[] {
  if (!Array.isArray(part.value)) return [];
  return part.value.map((value, index) => ({ ...part, place: join(part.place, String(index)), value }));
}

/** The part that a reference leads to in the end, or the part itself. */
export function follow(part: Part): Part {
  let current = part;
  for (const seen = new Set<string>(); isReference(current.value); ) {
    if (seen.has(current.value.$ref)) throw brokenReference(part, "leads back to itself");
    seen.add(current.value.$ref);
    current = resolve(current, current.value.$ref);
  }
  return current;
}

/** The part that a local reference names. */
export function resolve(from: Part, reference: string): Part {
  if (!reference.startsWith("#/")) throw brokenReference(from, `leads out of the file, to ${reference}`);
  const target = member({ ...from, place: "", value: from.document.root }, ...keysOf(from, reference));
  if (target.value === undefined) throw brokenReference(from, `leads nowhere: ${reference}`);
  return target;
}

export function join(place: string, ...keys: string[]): string {
  return [place, ...keys.map((key) => key.replaceAll("~", "~0").replaceAll("/", "~1"))]
    .filter((segment) => segment !== "")
    .join("/");
}

export function isReference(value: unknown): value is { $ref: string } {
  return isObject(value) && typeof value["$ref"] === "string";
}

/** The value if it is an object; an empty object for everything else. */
export function asObject(value: unknown): Json {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function keysOf(from: Part, reference: string): string[] {
  try {
    const keys = reference.slice("#/".length).split("/").map(decodeURIComponent);
    return keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  } catch {
    throw brokenReference(from, `is not a URI: ${reference}`);
  }
}

function brokenReference({ document, place }: Part, fault: string): UnusableFileError {
  return new UnusableFileError(`${document.name}: the reference at ${place} ${fault}.`);
}

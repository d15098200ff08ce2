import { type Resource, resource } from "./resource.ts";
import { resourceNames } from "./words.ts";

type Node = Readonly<Record<string, unknown>>;

/** As much of an OpenAPI document as is added to. */
export interface Document {
  readonly tags: readonly Node[];
  readonly paths: Readonly<Record<string, Node>>;
  readonly components: Readonly<Record<string, Node>>;
}

/**
 * Our own definition with as many resources beside it as make so many operations: of the vendor's size and shape, in
 * words of our own. The same number always makes the same definition.
 */
export function buildDefinition(own: Document, operations: number): Document {
  let missing = operations - countOperations(own);
  const added: Resource[] = [];
  for (const name of resourceNames()) {
    if (missing <= 0) break;
    const next = resource(name, added.length, missing);
    missing -= countOperations(next);
    added.push(next);
  }
  if (missing !== 0) throw new RangeError(`a definition of ${operations} operations cannot be built`);
  const paths = Object.assign({}, own.paths, ...added.map((one) => one.paths));
  const { parameters, schemas, ...others } = own.components;
  const components = {
    ...others,
    parameters: Object.assign({}, parameters, ...added.map((one) => one.parameters)),
    schemas: Object.assign({}, schemas, ...added.map((one) => one.schemas)),
  };
  return {
    ...own,
    tags: [...own.tags, ...added.map(({ tag }) => tag)],
    paths,
    components: used(components, paths),
  };
}

function countOperations({ paths }: Pick<Document, "paths">): number {
  const keys = Object.values(paths).flatMap((item) => Object.keys(item));
  return keys.filter((key) => ["get", "post", "put", "patch", "delete"].includes(key)).length;
}

/** A resource that is cut short leaves parts unused, which our rules refuse. */
function used(components: Document["components"], paths: Node): Document["components"] {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key !== "$ref" || typeof value !== "string") visit(value);
      else if (!found.has(value)) {
        found.add(value);
        const [, , kind = "", name = ""] = value.split("/");
        visit(components[kind]?.[name]);
      }
    }
  };
  visit(paths);
  const kept = (kind: string, node: Node): Node =>
    Object.fromEntries(Object.entries(node).filter(([name]) => found.has(`#/components/${kind}/${name}`)));
  const { parameters = {}, schemas = {}, ...others } = components;
  return { ...others, parameters: kept("parameters", parameters), schemas: kept("schemas", schemas) };
}

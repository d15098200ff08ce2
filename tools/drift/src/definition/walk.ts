import { entry, type Location, type Path, parse, pointer, type Sources, target } from "./sources.ts";

/** An object of the definition, as it was parsed. */
export type Json = Record<string, unknown>;

export type Direction = "request" | "response";

export type SiteKind =
  | "path"
  | "operation"
  | "parameter"
  | "requestBody"
  | "status"
  | "mediaType"
  | "header"
  | "schema"
  | "property"
  | "example"
  | "reference";

/** What a reference leads to. */
type Role = "parameter" | "body" | "response" | "header" | "schema" | "example";

/** A place of the definition that means something, and who feels it when it changes. */
export interface Site extends Location {
  kind: SiteKind;
  /** What a reader calls it: a property, a parameter, a status. */
  name: string;
  node: Json;
  operations: Set<string>;
  directions: Set<Direction>;
  /** What it stands in: the component of a property, the status of a header; what a reference leads to. */
  within: Set<string>;
}

export interface Definition {
  sources: Sources;
  sites: readonly Site[];
  operationIds: readonly string[];
  /** The object at a place; an empty one where there is none. */
  at(location: Location): Json;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Every place that the operations lead to, in the order of reading. */
export function walk(sources: Sources): Definition {
  const documents = new Map(
    Object.entries(sources).map(([file, text]) => [file, parse(text).toJS() as unknown]),
  );
  const sites = new Map<string, Site>();
  const operationIds: string[] = [];

  const root = at({ file: entry, path: [] });
  for (const path of Object.keys(child(root, "paths"))) visitPath({ file: entry, path: ["paths", path] });
  return { sources, sites: [...sites.values()], operationIds, at };

  function at({ file, path }: Location): Json {
    const node = path.reduce<unknown>(
      (parent, key) => (parent as Json | undefined)?.[key],
      documents.get(file),
    );
    return (typeof node === "object" && node !== null ? node : {}) as Json;
  }

  /** Where the references of a node end. */
  function resolve(location: Location): Location {
    const { $ref } = at(location);
    return typeof $ref === "string" ? resolve(target(location.file, $ref)) : location;
  }

  function visitPath(location: Location): void {
    const item = resolve(location);
    const found = methods.filter((method) => method in at(item));
    for (const method of found) {
      const operation = below(item, method);
      const id = String(at(operation)["operationId"]);
      operationIds.push(id);
      const visit = visitor(id);
      visit.record("path", location, String(location.path.at(-1)));
      visit.operation(operation);
      visit.parameters(item);
    }
  }

  function visitor(operationId: string) {
    const entered = new Set<string>();
    return { record, operation, parameters };

    function record(
      kind: SiteKind,
      location: Location,
      name: string,
      direction?: Direction,
      within?: string,
    ): boolean {
      const key = `${kind} ${pointer(location)}`;
      const site = sites.get(key) ?? {
        ...{ kind, ...location, name, node: at(location) },
        ...{ operations: new Set(), directions: new Set(), within: new Set() },
      };
      sites.set(key, site);
      site.operations.add(operationId);
      if (direction) site.directions.add(direction);
      if (within !== undefined) site.within.add(within);
      const visit = `${key} ${direction} ${within}`;
      const isNew = !entered.has(visit);
      entered.add(visit);
      return isNew;
    }

    /** Records the reference that stands at a place, and goes to where it leads. */
    function follow(location: Location, role: Role, name: string, direction: Direction): Location {
      if (typeof at(location)["$ref"] !== "string") return location;
      record("reference", location, name, direction, role);
      return resolve(location);
    }

    function operation(location: Location): void {
      record("operation", location, operationId);
      parameters(location);
      if ("requestBody" in at(location)) {
        const body = follow(below(location, "requestBody"), "body", "body", "request");
        record("requestBody", body, "requestBody", "request");
        content(body, "body", "request");
      }
      for (const status of Object.keys(child(at(location), "responses"))) {
        const declared = below(location, "responses", status);
        record("status", declared, status, "response");
        const response = follow(declared, "response", status, "response");
        headers(response, status);
        content(response, status, "response");
      }
    }

    function parameters(owner: Location): void {
      const list = at(owner)["parameters"];
      if (!Array.isArray(list)) return;
      for (const index of list.keys()) {
        const declared = below(owner, "parameters", index);
        const name = String(at(resolve(declared))["name"]);
        const parameter = follow(declared, "parameter", name, "request");
        record("parameter", parameter, name, "request");
        schema(below(parameter, "schema"), name, "request");
      }
    }

    function headers(response: Location, status: string): void {
      for (const name of Object.keys(child(at(response), "headers"))) {
        const declared = below(response, "headers", name);
        record("header", declared, name, "response", status);
        schema(below(follow(declared, "header", name, "response"), "schema"), name, "response");
      }
    }

    function content(body: Location, name: string, direction: Direction): void {
      for (const mediaType of Object.keys(child(at(body), "content"))) {
        const location = below(body, "content", mediaType);
        record("mediaType", location, mediaType, direction, name);
        schema(below(location, "schema"), name, direction);
        for (const example of Object.keys(child(at(location), "examples"))) {
          const declared = below(location, "examples", example);
          record("example", declared, example, direction, name);
          follow(declared, "example", example, direction);
        }
      }
    }

    /** @param name what to call the value, unless the schema is a component and has a name of its own */
    function schema(declared: Location, name: string, direction: Direction): void {
      const location = follow(declared, "schema", name, direction);
      const isComponent = location.path.length === 1;
      const own = isComponent ? String(location.path[0]) : name;
      if (!record("schema", location, own, direction, name)) return;
      const node = at(location);
      for (const property of Object.keys(child(node, "properties"))) {
        const declared = below(location, "properties", property);
        record("property", declared, property, direction, own);
        // What may not be sent has no form in a request.
        const isSent = direction === "response" || at(declared)["readOnly"] !== true;
        if (isSent) schema(declared, property, direction);
      }
      if ("items" in node) schema(below(location, "items"), name, direction);
      if (Object.keys(child(node, "additionalProperties")).length > 0) {
        schema(below(location, "additionalProperties"), name, direction);
      }
      for (const keyword of ["allOf", "oneOf", "anyOf"]) {
        const branches = node[keyword];
        if (!Array.isArray(branches)) continue;
        for (const index of branches.keys()) schema(below(location, keyword, index), own, direction);
      }
    }
  }
}

function below({ file, path }: Location, ...keys: Path): Location {
  return { file, path: [...path, ...keys] };
}

export function child(node: unknown, key: string): Json {
  const value = Object(node)[key];
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

import type { Operator } from "../mutation.ts";
import { operator } from "./operator.ts";
import { edited, entry, type Path, parse, pointer, renameKey, set } from "./sources.ts";
import { child, type Definition, type Json } from "./walk.ts";

/** Changes of what is around the schemas: paths, parameters, statuses, media types, headers, sign-in. */
export const serviceOperators: readonly Operator<Definition>[] = [
  operator("operation renamed", "operation", (site) => ({
    names: [`${site.name}Renamed`],
    edit: (document) => set(document, [...site.path, "operationId"], `${site.name}Renamed`),
  })),
  operator("path segment changed", "path", (site) => {
    const segments = site.name.split("/");
    const last = segments.findLastIndex((segment) => segment !== "" && !segment.startsWith("{"));
    const changed = segments.with(last, `${segments[last]}Moved`).join("/");
    return { names: [changed], edit: (document) => renameKey(document, site.path, changed) };
  }),
  operator("parameter moved", "parameter", (site) => ({
    edit: (document) => set(document, [...site.path, "in"], site.node["in"] === "query" ? "header" : "query"),
  })),
  operator("parameter renamed", "parameter", (site) => ({
    names: [`${site.name}Renamed`],
    edit: (document) => set(document, [...site.path, "name"], `${site.name}Renamed`),
  })),
  operator("parameter default changed", "parameter", (site) => {
    const { default: value } = child(site.node, "schema");
    if (value === undefined) return undefined;
    return { edit: (document) => set(document, [...site.path, "schema", "default"], anotherValue(value)) };
  }),
  operator("parameter made required", "parameter", (site) => {
    if (site.node["required"] === true) return undefined;
    return { edit: (document) => set(document, [...site.path, "required"], true) };
  }),
  operator("body made optional", "requestBody", (site) => {
    if (site.node["required"] !== true) return undefined;
    return { names: ["body"], edit: (document) => set(document, [...site.path, "required"], false) };
  }),
  operator("status changed", "status", (site) => {
    const changed = String(Number(site.name) + 9);
    return { names: [changed], edit: (document) => renameKey(document, site.path, changed) };
  }),
  operator("media type's date changed", "mediaType", (site) => {
    const [date = ""] = /\d{4}-\d{2}-\d{2}/.exec(site.name) ?? [];
    if (date === "") return undefined;
    const later = `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
    return {
      names: [date, later],
      edit: (document) => renameKey(document, site.path, site.name.replace(date, later)),
    };
  }),
  operator("media type changed", "mediaType", (site) => ({
    names: [...site.within, "text/json"],
    edit: (document) => renameKey(document, site.path, "text/json"),
  })),
  operator("header removed", "header", (site) => ({ edit: (document) => document.deleteIn(site.path) })),
  operator("header renamed", "header", (site) => ({
    names: [`${site.name}-Renamed`],
    edit: (document) => renameKey(document, site.path, `${site.name}-Renamed`),
  })),
  {
    kind: "definition",
    name: "sign-in removed",
    find: (definition) =>
      requirements(definition).map(({ path, scheme, operations }) =>
        atEntry(definition, path, [scheme], operations, (document) => document.deleteIn(path)),
      ),
  },
  {
    kind: "definition",
    name: "security scheme changed",
    find: (definition) =>
      schemes(definition).flatMap(({ name, path, scheme, operations }) => {
        const change = changedScheme(scheme);
        if (!change) return [];
        return [
          atEntry(definition, path, [name], operations, (document) =>
            set(document, [...path, ...change.at], change.to),
          ),
        ];
      }),
  },
];

function anotherValue(value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  return typeof value === "number" ? value + 1 : `${value}Changed`;
}

function changedScheme(scheme: Json): { at: Path; to: string } | undefined {
  if (scheme["type"] === "http") return { at: ["scheme"], to: "basic" };
  const flow = child(child(scheme, "flows"), "clientCredentials");
  if (typeof flow["tokenUrl"] !== "string") return undefined;
  return { at: ["flows", "clientCredentials", "tokenUrl"], to: `${flow["tokenUrl"]}Moved` };
}

/** Each way to sign in that the whole definition offers; an operation's own are for that operation's walk. */
function requirements({ sources, operationIds }: Definition): {
  path: Path;
  scheme: string;
  operations: readonly string[];
}[] {
  const { security } = parse(sources[entry] ?? "").toJS() as { security?: Json[] };
  return (security ?? []).map((way, index) => ({
    path: ["security", index],
    scheme: Object.keys(way).join(),
    operations: operationIds,
  }));
}

function schemes(
  definition: Definition,
): { name: string; path: Path; scheme: Json; operations: readonly string[] }[] {
  const document = parse(definition.sources[entry] ?? "").toJS() as Json;
  const all = child(child(document, "components"), "securitySchemes");
  return Object.keys(all).map((name) => ({
    name,
    path: ["components", "securitySchemes", name],
    scheme: child(all, name),
    operations: definition.operationIds,
  }));
}

function atEntry(
  { sources }: Definition,
  path: Path,
  names: readonly string[],
  operations: readonly string[],
  edit: Parameters<typeof edited>[2],
) {
  return {
    place: pointer({ file: entry, path }),
    operations,
    names,
    apply: () => edited(sources, entry, edit),
  };
}

import { dirname, relative } from "node:path/posix";
import { withoutAnnotations } from "@atlas-snapshot-export/semver/annotations";
import type { Document } from "yaml";
import type { Operator } from "../mutation.ts";
import { type Edit, operator } from "./operator.ts";
import { type Location, mapAt, type Path, renameKey, set, target } from "./sources.ts";
import { child, type Definition, type Json, type Site } from "./walk.ts";

export const schemaOperators: readonly Operator<Definition>[] = [
  operator("property renamed", "property", (site) => ({
    names: [`${site.name}Renamed`],
    edit(document) {
      renameKey(document, site.path, `${site.name}Renamed`);
      withRequired(document, site, (required) =>
        required.map((name) => (name === site.name ? `${name}Renamed` : name)),
      );
    },
  })),
  operator("property removed", "property", (site) => ({
    edit(document) {
      document.deleteIn(site.path);
      withRequired(document, site, (required) => required.filter((name) => name !== site.name));
    },
  })),
  operator("property added", "schema", (site) => addition(site, false)),
  operator("required property added", "schema", (site) => addition(site, true)),
  operator("property retyped", "schema", (site) => {
    const { type } = site.node;
    if (typeof type !== "string" || site.path.length === 1) return undefined;
    return { edit: (document) => set(document, [...site.path, "type"], otherType[type] ?? "string") };
  }),
  operator("property made required", "property", (site, definition) => {
    if (isRequired(site, definition)) return undefined;
    return { edit: (document) => withRequired(document, site, (required) => [...required, site.name]) };
  }),
  operator("property made optional", "property", (site, definition) => {
    if (!isRequired(site, definition)) return undefined;
    return {
      edit: (document) =>
        withRequired(document, site, (required) => required.filter((name) => name !== site.name)),
    };
  }),
  operator("readOnly toggled", "property", (site) => ({
    equivalent: site.directions.has("request")
      ? undefined
      : "no request sends the schema, so that it must not be sent means nothing",
    edit(document) {
      if (site.node["readOnly"] === true) document.deleteIn([...site.path, "readOnly"]);
      else set(document, [...site.path, "readOnly"], true);
    },
  })),
  operator("nullable toggled", "schema", (site) => {
    const { type } = site.node;
    if (typeof type === "string") {
      return { edit: (document) => set(document, [...site.path, "type"], [type, "null"]) };
    }
    if (!Array.isArray(type) || !type.includes("null")) return undefined;
    const [only, ...more] = type.filter((name) => name !== "null");
    return {
      edit: (document) => set(document, [...site.path, "type"], more.length > 0 ? [only, ...more] : only),
    };
  }),
  operator("enum value added", "schema", (site) => changedEnum(site, (values) => [...values, "Added"])),
  operator("enum value removed", "schema", (site) => changedEnum(site, (values) => values.slice(0, -1))),
  operator("enum value renamed", "schema", (site) =>
    changedEnum(site, ([first, ...others]) => [`${first}Renamed`, ...others]),
  ),
  operator("pattern loosened", "schema", (site) =>
    changedPattern(site, (pattern) => pattern.replace(/^\^/, "").replace(/\$$/, "")),
  ),
  operator("pattern tightened", "schema", (site) => changedPattern(site, (pattern) => `(?!f)${pattern}`)),
  operator("pattern broken", "schema", (site) => changedPattern(site, (pattern) => `${pattern}(`)),
  operator("limit moved", "schema", (site) => {
    const limit = limits.find((keyword) => typeof site.node[keyword] === "number");
    if (limit === undefined) return undefined;
    return { edit: (document) => set(document, [...site.path, limit], Number(site.node[limit]) + 1) };
  }),
  operator("schema closed", "schema", (site) => {
    if (!("properties" in site.node) || "additionalProperties" in site.node) return undefined;
    return { edit: (document) => set(document, [...site.path, "additionalProperties"], false) };
  }),
  operator("schema opened", "schema", (site) => {
    if (site.node["additionalProperties"] !== false) return undefined;
    return { edit: (document) => document.deleteIn([...site.path, "additionalProperties"]) };
  }),
  operator("$ref swapped", "reference", (site, definition) => {
    const here = target(site.file, String(site.node["$ref"]));
    const other = anotherTarget(site, definition);
    if (!other) return undefined;
    const path = other.file === site.file ? "" : relative(dirname(site.file), other.file);
    return {
      names: [String(other.path.at(-1)), String(here.path.at(-1)), ...componentOf(site)],
      edit: (document) => set(document, [...site.path, "$ref"], `${path}#/${other.path.join("/")}`),
    };
  }),
];

/** Where another reference of the same role leads, to something that says something else. */
function anotherTarget(site: Site, { sites, at }: Definition): Location | undefined {
  const sameRole = sites.filter(({ kind, within }) => kind === "reference" && isSameSet(within, site.within));
  const targets = sameRole.map(({ file, node }) => target(file, String(node["$ref"])));
  const meaning = (location: Location) => JSON.stringify(withoutAnnotations(at(location)));
  const start = sameRole.indexOf(site);
  // From its own place on, so that not every swap leads to the same target.
  const rotated = [...targets.slice(start), ...targets.slice(0, start)];
  return rotated.find((other) => meaning(other) !== meaning(rotated[0] ?? other));
}

const otherType: Record<string, string> = {
  string: "integer",
  integer: "string",
  number: "string",
  boolean: "string",
  array: "object",
  object: "array",
};

const limits = ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"];

/** What is declared under a name of its own, and holds the place. */
function componentOf({ file, path }: Site): string[] {
  return file.includes("/components/") ? [String(path[0])] : [];
}

function addition(site: Site, isRequired: boolean): Edit | undefined {
  if (Object.keys(child(site.node, "properties")).length === 0) return undefined;
  const name = "addedProperty";
  return {
    names: [name],
    edit(document) {
      const schema = { type: "string", description: "Added." };
      set(document, [...site.path, "properties", name], schema);
      if (isRequired) set(document, [...site.path, "required"], [...requiredOf(site.node), name]);
    },
  };
}

function changedEnum(site: Site, change: (values: unknown[]) => unknown[]): Edit | undefined {
  const { enum: values } = site.node;
  if (!Array.isArray(values)) return undefined;
  return { edit: (document) => set(document, [...site.path, "enum"], change(values)) };
}

function changedPattern(site: Site, change: (pattern: string) => string): Edit | undefined {
  const { pattern } = site.node;
  if (typeof pattern !== "string" || change(pattern) === pattern) return undefined;
  return { edit: (document) => set(document, [...site.path, "pattern"], change(pattern)) };
}

/** Edits the list of required properties beside the `properties` that the property is one of. */
function withRequired(document: Document, site: Site, change: (required: string[]) => string[]): void {
  const at = [...ownerOf(site), "required"];
  const required = requiredOf(mapAt(document, ownerOf(site)).toJSON());
  const changed = change(required);
  if (changed.join() === required.join()) return;
  if (changed.length > 0) set(document, at, changed);
  else document.deleteIn(at);
}

function ownerOf({ path }: Site): Path {
  return path.slice(0, -2);
}

function isRequired(site: Site, { at }: Definition): boolean {
  return requiredOf(at({ file: site.file, path: ownerOf(site) })).includes(site.name);
}

function requiredOf({ required }: Json): string[] {
  return Array.isArray(required) ? required.map(String) : [];
}

function isSameSet(one: Set<string>, other: Set<string>): boolean {
  return one.size === other.size && [...one].every((item) => other.has(item));
}

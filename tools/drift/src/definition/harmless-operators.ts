import { isScalar, type Scalar, visit } from "yaml";
import type { Mutation, Operator } from "../mutation.ts";
import { edited, type Location, mapAt, pointer, type Sources, set, target } from "./sources.ts";
import { child, type Definition, type Site } from "./walk.ts";

/** Edits that mean nothing to anybody. Whoever raises an alarm at one, beyond `pnpm generate`, cries wolf. */
export const harmlessOperators: readonly Operator<Definition>[] = [
  atSites("keys in another order", ["operation", "parameter", "schema", "header"], ({ node, path }) => {
    if (Object.keys(node).length < 2) return undefined;
    return (document) => mapAt(document, path).items.reverse();
  }),
  atSites("properties in another order", ["schema"], ({ node, path }) => {
    if (Object.keys(child(node, "properties")).length < 2) return undefined;
    return (document) => mapAt(document, [...path, "properties"]).items.reverse();
  }),
  atSites("another description", ["operation", "parameter", "schema", "header"], ({ node, path }) => {
    if (typeof node["description"] !== "string") return undefined;
    return (document) => set(document, [...path, "description"], "Says the same in other words.");
  }),
  atSites("another summary", ["operation"], ({ path }) => (document) => {
    set(document, [...path, "summary"], "Does the Same in Other Words");
  }),
  atSites("a comment", ["operation", "parameter", "schema", "status"], ({ path }) => (document) => {
    mapAt(document, path).commentBefore = " Worth a remark.";
  }),
  atSites("a new example", ["mediaType"], (site, { at }) => {
    const [[name, first] = []] = Object.entries(child(site.node, "examples"));
    if (name === undefined) return undefined;
    const { $ref } = Object(first);
    const example = typeof $ref === "string" ? at(target(site.file, $ref)) : Object(first);
    const added = { summary: "One more.", value: example.value };
    return (document) => set(document, [...site.path, "examples", "oneMore"], added);
  }),
  inFiles("lists and maps in another style", (document) => {
    visit(document, {
      Seq(_, node) {
        if (node.items.every(isScalar)) node.flow = !node.flow;
      },
      Map(_, node) {
        if (node.items.length === 1 && isScalar(node.items[0]?.value)) node.flow = true;
      },
    });
  }),
  inFiles("texts in other quotes", (document) => {
    visit(document, {
      Scalar(key, node) {
        if (key === "value" && typeof node.value === "string") (node as Scalar).type = "QUOTE_DOUBLE";
      },
    });
  }),
];

type Edit = Parameters<typeof edited>[2];

function atSites(
  name: string,
  kinds: Site["kind"][],
  editOf: (site: Site, definition: Definition) => Edit | undefined,
): Operator<Definition> {
  return {
    kind: "harmless",
    name,
    find: (definition) =>
      definition.sites
        .filter(({ kind, node }) => kinds.includes(kind) && !("$ref" in node))
        .flatMap((site) => {
          const edit = editOf(site, definition);
          return edit ? [found(definition, site, [...site.operations], edit)] : [];
        }),
  };
}

function inFiles(name: string, edit: Edit): Operator<Definition> {
  return {
    kind: "harmless",
    name,
    find: (definition) =>
      Object.keys(definition.sources)
        .filter((file) => definition.sites.some((site) => site.file === file))
        .filter((file) => isChangedBy(definition.sources, file, edit))
        .map((file) => found(definition, { file, path: [] }, definition.operationIds, edit)),
  };
}

function isChangedBy(sources: Sources, file: string, edit: Edit): boolean {
  return edited(sources, file, edit)[file] !== edited(sources, file, () => {})[file];
}

function found(
  { sources }: Definition,
  location: Location,
  operations: readonly string[],
  edit: Edit,
): Omit<Mutation, "kind" | "operator"> {
  return {
    place: pointer(location),
    operations,
    names: [],
    apply: (files = {}) => edited({ ...sources, ...files } as Sources, location.file, edit),
  };
}

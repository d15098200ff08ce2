import { isMap, isNode, isScalar, isSeq, visit } from "yaml";
import type { Mutation, Operator } from "../mutation.ts";
import { declaredNameOf } from "./operator.ts";
import { edited, isMerge, keyOf, type Location, type Path, parse, pointer, set, target } from "./sources.ts";
import type { Definition, Site } from "./walk.ts";

/** A named example, where its value is written down. */
interface Fixture extends Location {
  sites: readonly Site[];
  /** What it is called where it is written down, if that is somewhere else than where it is used. */
  ownName?: readonly string[];
}

interface Written {
  path: Path;
  node: unknown;
}

/** A scalar that stands in an example itself, not in one that it borrows from. */
interface Leaf {
  path: Path;
  value: unknown;
}

export const exampleOperators: readonly Operator<Definition>[] = [
  eachLeaf("wrong type", ({ value }) => (typeof value === "string" ? 42 : "wrong")),
  eachLeaf("wrong value", ({ value }) => {
    if (typeof value === "string") return `${value}0`;
    return typeof value === "number" ? value + 1 : !value;
  }),
  eachLeaf("wrong status", ({ value }, { sites }) => {
    const isStatus = sites.some(({ within }) => within.has(String(value)));
    return isStatus && typeof value === "number" ? value + 1 : undefined;
  }),
  {
    kind: "examples",
    name: "missing field",
    find: (definition) =>
      fixtures(definition).flatMap((fixture) =>
        fields(definition, fixture)
          .filter(({ node }) => !isBorrowed(node))
          .map(({ path }) => found(definition, fixture, path, (document) => document.deleteIn(path))),
      ),
  },
  {
    kind: "examples",
    name: "extra field",
    find: (definition) =>
      fixtures(definition).flatMap((fixture) => {
        const maps = new Set(
          fields(definition, fixture).map(({ path }) => JSON.stringify(path.slice(0, -1))),
        );
        return [...maps].map((text) => {
          const path: Path = [...JSON.parse(text), "extraField"];
          return found(definition, fixture, path, (document) => set(document, path, "extra"));
        });
      }),
  },
  {
    kind: "examples",
    name: "parameter's example of another type",
    find: (definition) =>
      definition.sites
        .filter(({ kind, node }) => (kind === "parameter" || kind === "header") && "example" in node)
        .map((site) => {
          const path = [...site.path, "example"];
          const fixture = { ...site, sites: [site], ownName: declaredNameOf(site) };
          return found(definition, fixture, path, (document) => set(document, path, { wrong: true }));
        }),
  },
];

function eachLeaf(name: string, change: (leaf: Leaf, fixture: Fixture) => unknown): Operator<Definition> {
  return {
    kind: "examples",
    name,
    find: (definition) =>
      fixtures(definition).flatMap((fixture) =>
        leaves(definition, fixture).flatMap((leaf) => {
          const changed = change(leaf, fixture);
          if (changed === undefined) return [];
          return [found(definition, fixture, leaf.path, (document) => set(document, leaf.path, changed))];
        }),
      ),
  };
}

function found(
  { sources }: Definition,
  { file, sites, ownName = [] }: Fixture,
  path: Path,
  edit: Parameters<typeof edited>[2],
): Omit<Mutation, "kind" | "operator"> {
  return {
    place: pointer({ file, path }),
    operations: [...new Set(sites.flatMap(({ operations }) => [...operations]))],
    names: [...sites.map(({ name }) => name), ...ownName],
    apply: () => edited(sources, file, edit),
  };
}

/** The named examples of all bodies, each once. */
function fixtures(definition: Definition): Fixture[] {
  const all = new Map<string, Fixture & { sites: Site[] }>();
  for (const site of definition.sites.filter(({ kind }) => kind === "example")) {
    const { $ref } = site.node;
    const { file, path } = typeof $ref === "string" ? target(site.file, $ref) : site;
    const key = pointer({ file, path });
    const ownName = typeof $ref === "string" ? [String(path.at(-1))] : [];
    const fixture = all.get(key) ?? { file, path: [...path, "value"], sites: [], ownName };
    fixture.sites.push(site);
    all.set(key, fixture);
  }
  return [...all.values()];
}

function leaves(definition: Definition, fixture: Fixture): Leaf[] {
  return written(definition, fixture).flatMap(({ path, node }) =>
    isScalar(node) ? [{ path, value: node.value }] : [],
  );
}

function fields(definition: Definition, fixture: Fixture): Written[] {
  return written(definition, fixture).filter(
    ({ path }) => typeof path.at(-1) === "string" && path.length > fixture.path.length,
  );
}

/** Whether something else in the file borrows it. */
function isBorrowed(node: unknown): boolean {
  if (!isNode(node)) return false;
  let isAnchored = false;
  visit(node, {
    Value(_, { anchor }) {
      isAnchored ||= anchor !== undefined;
    },
  });
  return isAnchored;
}

/** Every value that is written in the example itself, with the way to it. */
function written({ sources }: Definition, { file, path }: Fixture): Written[] {
  const document = parse(sources[file] ?? "");
  const value = document.getIn(path, true);
  const found: Written[] = [];
  const enter = (node: unknown, at: Path): void => {
    found.push({ path: at, node });
    if (isMap(node)) {
      for (const pair of node.items) if (!isMerge(pair)) enter(pair.value, [...at, keyOf(pair)]);
    }
    if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) enter(item, [...at, index]);
    }
  };
  enter(value, path);
  return found;
}

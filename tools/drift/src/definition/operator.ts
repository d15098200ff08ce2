import type { Document } from "yaml";
import type { Mutation, Operator } from "../mutation.ts";
import { edited, pointer } from "./sources.ts";
import type { Definition, Site, SiteKind } from "./walk.ts";

type Found = Omit<Mutation, "kind" | "operator">;

/** What is edited at one kind of place; nothing where the change is not possible. */
export function operator(
  name: string,
  at: SiteKind,
  editOf: (site: Site, definition: Definition) => Edit | undefined,
): Operator<Definition> {
  return {
    kind: "definition",
    name,
    find: (definition) =>
      definition.sites.flatMap((site) => {
        if (site.kind !== at) return [];
        const edit = editOf(site, definition);
        return edit ? [toFound(site, definition, edit)] : [];
      }),
  };
}

export interface Edit {
  edit(document: Document): void;
  /** What else the place may be called by whoever catches the change. */
  names?: readonly string[];
  equivalent?: string | undefined;
}

function toFound(site: Site, { sources }: Definition, { edit, names = [], equivalent }: Edit): Found {
  return {
    place: pointer(site),
    operations: [...site.operations],
    names: [site.name, ...(site.kind === "schema" ? site.within : []), ...declaredNameOf(site), ...names],
    ...(equivalent === undefined ? {} : { equivalent }),
    apply: () => edited(sources, site.file, edit),
  };
}

/** What a parameter, a header or a schema is declared as, which may be another name than it goes by. */
export function declaredNameOf({ path }: Site): string[] {
  const isDeclared = path.length === 1 || (path.length === 2 && path[1] === "schema");
  return isDeclared ? [String(path[0])] : [];
}

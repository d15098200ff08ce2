import { createReach, printOperations, type Reach } from "../definition/reach.ts";
import { type Discrepancy, text } from "./bundle-discrepancies.ts";

/**
 * Where a made file first differs from what the definition yields.
 *
 * @param bundle as the definition yields it
 */
export function textDiscrepancy(onDisk: string, made: string, bundle: string): Discrepancy {
  const [before, after] = [onDisk.split("\n"), made.split("\n")];
  const index = after.findIndex((line, at) => line !== before[at]);
  const at = index === -1 ? after.length - 1 : index;
  const crumbs = breadcrumbs(after, at);
  const what = `line ${at + 1}${crumbs.length > 0 ? `, in ${crumbs.join(" › ")},` : ""} is ${text(before[at]?.trim() ?? "")}, not ${text(after[at]?.trim() ?? "")}`;
  return { what, operations: operationsOf(crumbs, after, bundle) };
}

/** What a line of TypeScript, JavaScript or JSON declares. */
const declaration =
  /^\s*(?!(?:for|if|let|return|while)\b)(?:export )?(?:declare )?(?:const |function |interface |type )?["']?([\w./{}-]+)["']?\??(?:[:(<]| =| \{)/;

/** What a line stands in, from the outside in: whatever is declared above it and further to the left. */
function breadcrumbs(lines: string[], index: number): string[] {
  const found: string[] = [];
  let indent = depth(lines[index]) + 1;
  for (let at = index; at >= 0 && indent > 0; at -= 1) {
    const [, name] = declaration.exec(lines[at] ?? "") ?? [];
    if (name === undefined || depth(lines[at]) >= indent) continue;
    indent = depth(lines[at]);
    found.unshift(name);
  }
  return found;
}

function depth(line = ""): number {
  return line.search(/\S|$/);
}

/** By the name of the operation, or of the part of the definition, that the line stands in. */
function operationsOf(crumbs: string[], lines: string[], bundle: string): string {
  const document = JSON.parse(bundle);
  const reach = createReach(new Map([["", document]]), "");
  const ids = reach({ file: "", tokens: [] });
  const named = ids.filter((id) => crumbs.some((crumb) => crumb.toLowerCase().includes(id.toLowerCase())));
  const found =
    named.length > 0 ? named : crumbs.flatMap((crumb) => operationsBehind(crumb, document, reach));
  const users = found.length > 0 ? found : usersOf(crumbs[0] ?? "", lines.join("\n"), ids);
  return printOperations(users.length > 0 ? [...new Set(users)] : ids, ids.length);
}

/** Those of a path, of a component or of a parameter. */
function operationsBehind(name: string, document: object, reach: Reach): string[] {
  const { paths = {}, components = {} } = document as Record<string, Record<string, object>>;
  if (name in paths) return reach({ file: "", tokens: ["paths", name] });
  const kind = Object.keys(components).find((key) => name in Object(components[key]));
  return kind === undefined ? [] : reach({ file: "", tokens: ["components", kind, name] });
}

/** Those whose check calls the function, or calls one that does. */
function usersOf(name: string, code: string, ids: string[]): string[] {
  const chunks = code.split(/^(?=(?:export )?(?:const|function) )/m);
  const nameOf = (chunk: string) => declaration.exec(chunk)?.[1] ?? "";
  const found = new Set([name]);
  for (const known of found) {
    for (const chunk of chunks) if (new RegExp(`\\b${known}\\b`).test(chunk)) found.add(nameOf(chunk));
  }
  return ids.filter((id) => [...found].some((user) => user.toLowerCase().includes(id.toLowerCase())));
}

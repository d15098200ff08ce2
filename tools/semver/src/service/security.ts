import { withoutAnnotations } from "../annotations.ts";
import type { Change } from "../change.ts";
import { type Both, isSame, keysOf, type Node, toList, toNode } from "../node.ts";
import { code } from "../words.ts";

/** One way to sign in: every scheme that it takes, each with the scopes that it asks for. */
type Way = Record<string, string[]>;

/** Which ways to sign in to an operation came, and which are no longer enough. */
export function compareSecurity(documents: Both<Node>, operations: Both<Node>): Change[] {
  const ways = {
    base: waysOf(documents.base, operations.base),
    head: waysOf(documents.head, operations.head),
  };
  const lost = ways.base.filter((way) => !ways.head.some((other) => suffices(way, other)));
  const won = ways.head.filter((way) => !ways.base.some((other) => suffices(way, other)));
  return [
    ...lost.map((way): Change => ({ rule: "sign-in-removed", subject: describe(way), operations: [] })),
    ...won.map((way): Change => ({ rule: "sign-in-added", subject: describe(way), operations: [] })),
  ];
}

/** No requirement at all is one way to sign in: with nothing. */
function waysOf(document: Node, operation: Node): Way[] {
  const listed = toList(operation["security"] ?? document["security"]).map((way) => {
    const schemes = Object.entries(toNode(way));
    return Object.fromEntries(schemes.map(([scheme, scopes]) => [scheme, toList(scopes).map(String)]));
  });
  return listed.length === 0 ? [{}] : listed;
}

/** Whether who signs in the first way has everything that the second one asks for. */
function suffices(way: Way, asked: Way): boolean {
  return Object.entries(asked).every(([scheme, scopes]) => {
    const given = way[scheme];
    return given !== undefined && scopes.every((scope) => given.includes(scope));
  });
}

function describe(way: Way): string {
  const schemes = Object.entries(way).map(([scheme, scopes]) =>
    scopes.length === 0 ? code(scheme) : `${code(scheme)} for ${scopes.map(code).join(", ")}`,
  );
  return schemes.join(" and ") || "nothing";
}

/** Whether an operation takes the scheme. */
export function signsInWith(document: Node, operation: Node, scheme: string): boolean {
  return waysOf(document, operation).some((way) => scheme in way);
}

/**
 * How the schemes themselves differ: where they are, and how one signs in with them.
 *
 * @param usersOf the operations that take a scheme
 */
export function compareSecuritySchemes(
  documents: Both<Node>,
  usersOf: (scheme: string) => string[],
): Change[] {
  const schemes = { base: schemesOf(documents.base), head: schemesOf(documents.head) };
  return keysOf(schemes).flatMap((name): Change[] => {
    const subject = code(name);
    if (!(name in schemes.head)) return [{ rule: "security-scheme-removed", subject, operations: [] }];
    if (!(name in schemes.base)) return [{ rule: "security-scheme-added", subject, operations: [] }];
    const nodes = { base: toNode(schemes.base[name]), head: toNode(schemes.head[name]) };
    const found = [...compareTokenUrls(subject, nodes), ...compareScheme(subject, nodes)];
    return found.map((change) => ({ ...change, operations: usersOf(name) }));
  });
}

function schemesOf(document: Node): Node {
  return toNode(toNode(document["components"])["securitySchemes"]);
}

function compareTokenUrls(subject: string, { base, head }: Both<Node>): Change[] {
  const flows = { base: toNode(base["flows"]), head: toNode(head["flows"]) };
  return keysOf(flows).flatMap((flow): Change[] => {
    const [from, to] = [toNode(flows.base[flow])["tokenUrl"], toNode(flows.head[flow])["tokenUrl"]];
    return from === to ? [] : [{ rule: "token-url-changed", subject, from, to, operations: [] }];
  });
}

function compareScheme(subject: string, { base, head }: Both<Node>): Change[] {
  if (isSame({ base: essence(base), head: essence(head) })) return [];
  return [{ rule: "security-scheme-changed", subject, operations: [] }];
}

/** Without prose and token URLs. */
function essence(scheme: Node): Node {
  const flows = Object.entries(toNode(scheme["flows"])).map(([name, flow]) => {
    const { tokenUrl: _, ...rest } = toNode(flow);
    return [name, rest];
  });
  return toNode(withoutAnnotations({ ...scheme, flows: Object.fromEntries(flows) }));
}

import type { Change } from "../change.ts";
import { type Both, isSame, type Node, toList, toNode } from "../node.ts";
import { code } from "../words.ts";

/** Where requests go. The first server is where the client sends them by default. */
export function compareServers({ base, head }: Both<Node>): Change[] {
  const [[from, ...before], [to, ...after]] = [urlsOf(base), urlsOf(head)];
  const moved: Change[] =
    from === to ? [] : [{ rule: "server-moved", subject: "", from, to, operations: [] }];
  const gone = before.filter((url) => !after.includes(url) && url !== to);
  const come = after.filter((url) => !before.includes(url) && url !== from);
  return [
    ...moved,
    ...come.map((url): Change => ({ rule: "server-added", subject: code(url), operations: [] })),
    ...gone.map((url): Change => ({ rule: "server-removed", subject: code(url), operations: [] })),
    ...compareVariables({ base, head }),
  ];
}

function urlsOf(document: Node): unknown[] {
  return toList(document["servers"]).map((server) => toNode(server)["url"]);
}

function compareVariables({ base, head }: Both<Node>): Change[] {
  const variables = (document: Node) =>
    toList(document["servers"]).map((server) => toNode(server)["variables"]);
  if (isSame({ base: variables(base).filter(Boolean), head: variables(head).filter(Boolean) })) return [];
  return [{ rule: "unjudged-changed", subject: "`variables` of the servers", operations: [] }];
}

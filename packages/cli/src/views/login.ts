import { nameOf } from "../credentials.ts";
import type { Document, LoginCheck } from "../documents.ts";
import type { Line } from "../line.ts";
import { plainText } from "../plain-text.ts";
import { block, cell } from "../table.ts";

type LoginDocument = Extract<Document, { type: "login" }>;

/** Which credential is used, where and for which project; the checks follow, a line each. */
export function loginLines({
  credential,
  baseUrl,
  project,
}: Pick<LoginDocument, "credential" | "baseUrl" | "project">): Line[] {
  const { kind, id, from } = credential;
  const facts = block([
    ["credential", cell(`${nameOf(kind)}, ${id} (${from})`)],
    ["service", cell(baseUrl ?? "MongoDB Atlas")],
    ["project", cell(project)],
  ]);
  return [...facts, ""];
}

export function checkLine({ what, allowed, note }: LoginCheck): Line {
  if (allowed === null) return [{ text: "?  ", look: "dim" }, `  ${what} (${plainText(note)})`];
  return allowed
    ? [{ text: "yes", look: "green" }, `  ${what}`]
    : [{ text: "no ", look: "red" }, `  ${what}: ${plainText(note)}`];
}

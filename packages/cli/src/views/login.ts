import { nameOf } from "../credentials.ts";
import type { Document, LoginCheck } from "../documents.ts";
import type { Line } from "../line.ts";
import { block, cell } from "../table.ts";

type LoginDocument = Extract<Document, { type: "login" }>;

export function loginLines({ credential, baseUrl, project, checks }: LoginDocument): Line[] {
  const { kind, id, from } = credential;
  const facts = block([
    ["credential", cell(`${nameOf(kind)}, ${id} (${from})`)],
    ["service", cell(baseUrl ?? "MongoDB Atlas")],
    ["project", cell(project)],
  ]);
  return [...facts, "", ...checks.map(checkLine)];
}

function checkLine({ what, allowed, note }: LoginCheck): Line {
  if (allowed === null) return [{ text: "?  ", look: "dim" }, `  ${what} (${note})`];
  return allowed
    ? [{ text: "yes", look: "green" }, `  ${what}`]
    : [{ text: "no ", look: "red" }, `  ${what}: ${note}`];
}

import { nameOf } from "../credentials.ts";
import type { Document, LoginCheck } from "../documents.ts";
import type { Terminal } from "../output.ts";
import { block, cell } from "../table.ts";

type LoginDocument = Extract<Document, { type: "login" }>;

export function loginLines(
  { credential, baseUrl, project, checks }: LoginDocument,
  terminal: Pick<Terminal, "paint">,
): string[] {
  const { kind, id, from } = credential;
  const facts = block([
    ["credential", cell(`${nameOf(kind)}, ${id} (${from})`)],
    ["service", cell(baseUrl ?? "MongoDB Atlas")],
    ["project", cell(project)],
  ]);
  return [...facts, "", ...checks.map((check) => checkLine(check, terminal))];
}

function checkLine({ what, allowed, note }: LoginCheck, { paint }: Pick<Terminal, "paint">): string {
  if (allowed === null) return `${paint.dim("?  ")}  ${what} (${note})`;
  return allowed ? `${paint.green("yes")}  ${what}` : `${paint.red("no ")}  ${what}: ${note}`;
}

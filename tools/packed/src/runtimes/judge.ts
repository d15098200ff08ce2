import type { OpenRow, Row, World } from "./row.ts";

/** What one row came to. */
export interface Verdict {
  version: string;
  /** What the table says, by column. */
  cells: Readonly<Record<string, string>>;
  result: "ok" | "FAIL" | "skipped";
  /** Why it is not ok. */
  reasons: string[];
}

/** Gets a row's runtime ready, and makes every check of it, whatever becomes of the others. */
export async function judge(open: Row["open"], world: World): Promise<Verdict> {
  let opened: Awaited<ReturnType<Row["open"]>>;
  try {
    opened = await open(world);
  } catch (error) {
    return { version: "", cells: {}, result: "FAIL", reasons: [messageOf(error)] };
  }
  if ("skipped" in opened) return { version: "", cells: {}, result: "skipped", reasons: [opened.skipped] };
  const { cells, reasons } = await makeChecks(opened);
  await opened.close?.().catch((error) => reasons.push(`closing: ${messageOf(error)}`));
  return { version: opened.version, cells, result: reasons.length === 0 ? "ok" : "FAIL", reasons };
}

async function makeChecks({
  checks,
}: OpenRow): Promise<{ cells: Record<string, string>; reasons: string[] }> {
  const cells: Record<string, string> = {};
  const reasons: string[] = [];
  for (const [column, check] of Object.entries(checks)) {
    cells[column] = await check().catch((error) => {
      reasons.push(`${column}: ${messageOf(error)}`);
      return "FAIL";
    });
  }
  return { cells, reasons };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

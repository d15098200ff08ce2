import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { weigh } from "./weigh.ts";

// What a user's bundle weighs is a promise of the client. A budget may be lowered to what is reached; to raise it
// takes a reason.
const programs = fileURLToPath(new URL("../../../packages/client/size/", import.meta.url));
const budgets: Record<string, number> = JSON.parse(readFileSync(`${programs}/budget.json`, "utf8"));

test.each(readdirSync(programs).filter((file) => file.endsWith(".js")))(
  "packages/client/size/%s is within its budget",
  async (program) => {
    const { gzipped } = await weigh(`${programs}/${program}`);
    const budget = budgets[program] ?? 0;
    const message = `${program}: ${gzipped} bytes gzipped, ${budget} allowed by packages/client/size/budget.json`;
    expect(gzipped, message).toBeLessThanOrEqual(budget);
  },
);

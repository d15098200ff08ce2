import { globSync } from "node:fs";
import { createMock } from "@atlas-snapshot-export/mock/msw";
import { http, passthrough } from "msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { provide } from "./context.ts";

const blocks = globSync("written/*.run.ts").sort();

// The live service's own address leads to a mock, every other that is not on this machine to an error.
const mock = await createMock({ scenario: { job: [{ example: "successful" }] } });
const server = setupServer(...mock.handlers, http.all("http://127.0.0.1:*", passthrough));

beforeAll(() => {
  server.listen({ onUnhandledFrame: "error" });
  provide(mock.credentials);
});
afterAll(() => server.close());

test("there are blocks to run", () => {
  expect(blocks).not.toEqual([]);
});

test.each(blocks)("%s runs", async (file) => {
  if (isOfReference(file)) server.use(...(await examplesOnly()));
  await import(/* @vite-ignore */ `../${file}`);
  server.resetHandlers();
});

function isOfReference(file: string): boolean {
  return file.startsWith("written/reference_");
}

/** Its calls name the jobs of the definition's examples. */
async function examplesOnly() {
  const answers = [{ on: "getBackupExportJob", status: 200, example: "inProgress" }] as const;
  return (await createMock({ scenario: { answers } })).handlers;
}

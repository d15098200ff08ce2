import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { check, type Verdict } from "./check.ts";
import { UnusableFileError } from "./document.ts";
import { definition, upstream, withChange } from "./testing/documents.ts";

const today = "2026-11-24";
const renamed = withChange(upstream, "paths /buckets get operationId", "getGroupBucket");
const known = { place: "*/operationId", kind: "changed", date: today, reason: "Ours reads better." };
let folder: string;
let server: Server | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "check-upstream-"));
  write("openapi.json", JSON.stringify(definition));
  list();
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await new Promise<unknown>((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

function list(deviations: object[] = [], source = "https://vendor.example/openapi.json"): void {
  write("deviations.yaml", stringify({ source, deviations }));
}

function run(location?: string): Promise<Verdict> {
  return check({
    location,
    definition: join(folder, "openapi.json"),
    list: join(folder, "deviations.yaml"),
    today,
  });
}

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  // Listening on TCP, it has an address with a port.
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/openapi`;
}

test.each([
  ["YAML", "vendor.yaml", stringify(renamed)],
  ["JSON", "vendor.json", JSON.stringify(renamed)],
  ["indented JSON after an empty line, under any name", "vendor", `\n${JSON.stringify(renamed, null, 2)}`],
])("reads %s", async (_, name, text) => {
  expect(await run(write(name, text))).toMatchObject({ isAsListed: false });
  list([known]);
  expect(await run(write(name, text))).toEqual({
    isAsListed: true,
    text: `Nothing new: 1 differences from ${join(folder, name)}, all of them in ${join(folder, "deviations.yaml")}.\n`,
  });
});

test("reads 3.1, where null is a type", async () => {
  const finishedAt = "components schemas ExportView allOf 1 properties finishedAt";
  const vendor = withChange(upstream, finishedAt, { type: ["null", "string"], format: "date-time" });
  const { isAsListed } = await run(write("vendor.json", JSON.stringify({ ...vendor, openapi: "3.1.0" })));
  expect(isAsListed).toBe(true);
});

test("reads a URL", async () => {
  const url = await serve((_, response) => response.end(stringify(renamed)));
  list([known]);
  expect(await run(url)).toMatchObject({ isAsListed: true });
});

test("reads the URL in the list when it gets no other", async () => {
  list([known], await serve((_, response) => response.end(JSON.stringify(renamed))));
  expect(await run()).toMatchObject({ isAsListed: true });
});

test("tells what is unlisted, where, and in which operations", async () => {
  const { text } = await run(write("vendor.json", JSON.stringify(renamed)));
  expect(text).toContain(`  getBucket/operationId
    changed: each says something else
    ours:   "getBucket"
    vendor: "getGroupBucket"
    in getBucket
`);
});

test("tells what is listed but no longer so", async () => {
  list([known]);
  const { isAsListed, text } = await run(write("vendor.json", JSON.stringify(upstream)));
  expect(isAsListed).toBe(false);
  expect(text).toBe(`1 listed deviation that no longer exists. Delete from ${join(folder, "deviations.yaml")}:

  */operationId
    changed, listed on 2026-11-24
`);
});

test("prints entries to paste, which are refused until each has a reason, and cover everything then", async () => {
  const vendor = withChange(renamed, "components schemas ProblemView properties error maximum", 599);
  const file = write("vendor.json", JSON.stringify(vendor));
  const { text } = await run(file);
  const pasted = `source: https://vendor.example\ndeviations:\n${text.slice(text.indexOf("  - place:"))}`;
  expect(parse(pasted).deviations).toEqual([
    {
      place: "components/schemas/Problem/properties/error/maximum",
      kind: "vendor-only",
      vendor: 599,
      date: today,
      reason: "",
    },
    {
      place: "getBucket/operationId",
      kind: "changed",
      ours: "getBucket",
      vendor: "getGroupBucket",
      date: today,
      reason: "",
    },
  ]);
  write("deviations.yaml", pasted);
  await expect(run(file)).rejects.toThrow("it needs a `reason`");
  write("deviations.yaml", pasted.replaceAll('reason: ""', "reason: Decided."));
  expect(await run(file)).toMatchObject({ isAsListed: true });
});

describe("refuses with one message", () => {
  test.each([
    ["a file that is not there", () => join(folder, "nope.yaml"), /^Could not read .*nope\.yaml: ENOENT/],
    ["a folder", () => folder, /^Could not read .*: EISDIR/],
    [
      "a page",
      () => write("page.html", "<!doctype html>\n<html></html>"),
      /page\.html is not an OpenAPI document: .* found no version/,
    ],
    ["an empty file", () => write("empty.yaml", ""), /empty\.yaml is not an OpenAPI document/],
    ["a list", () => write("list.json", "[]"), /list\.json is not an OpenAPI document/],
    ["Swagger", () => write("old.json", '{"swagger":"2.0"}'), /found version "2\.0"/],
    ["a version to come", () => write("new.yaml", "openapi: 4.0.0"), /found version "4\.0\.0"/],
    ["a document without paths", () => write("empty.json", '{"openapi":"3.1.0"}'), /without `paths`/],
    ["broken JSON", () => write("broken.json", '{"openapi":'), /broken\.json is not JSON: /],
    ["broken YAML", () => write("broken.yaml", "openapi: [3.0.1\npaths: {"), /broken\.yaml is not YAML: /],
  ])("%s", async (_, location, message) => {
    const error = await run(location()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnusableFileError);
    expect(error).toHaveProperty("message", expect.stringMatching(message));
    expect(error).toHaveProperty("message", expect.not.stringContaining("\n"));
  });

  test("a URL that answers with an error", async () => {
    const url = await serve((_, response) => response.writeHead(404).end());
    await expect(run(url)).rejects.toThrow(`Could not fetch ${url}: the server answered 404 Not Found.`);
  });

  test("a URL where nobody listens", async () => {
    const url = await serve(() => undefined);
    await new Promise((resolve) => server?.close(resolve));
    await expect(run(url)).rejects.toThrow(/^Could not fetch .*ECONNREFUSED/);
  });
});

import { expect, test } from "vitest";
import { judge } from "./judge.ts";
import type { Check, OpenRow, World } from "./row.ts";

const world = {} as World;
const ok: Check = async () => "ok";
const broken: Check = async () => {
  throw new Error("it rains");
};

test("a row is ok when every check of it is", async () => {
  const verdict = await judge(
    async () => ({ version: "1.2.3", checks: { a: ok, b: async () => "refused" } }),
    world,
  );
  expect(verdict).toEqual({ version: "1.2.3", cells: { a: "ok", b: "refused" }, result: "ok", reasons: [] });
});

test("one check that fails makes the row fail, and leaves the others alone", async () => {
  const { cells, result, reasons } = await judge(
    async () => ({ version: "1.2.3", checks: { a: broken, b: ok } }),
    world,
  );
  expect(cells).toEqual({ a: "FAIL", b: "ok" });
  expect(result).toBe("FAIL");
  expect(reasons).toEqual(["a: it rains"]);
});

test("a runtime that does not get ready makes the row fail", async () => {
  const open = async (): Promise<OpenRow> => {
    throw new Error("EBADENGINE");
  };
  expect(await judge(open, world)).toMatchObject({ result: "FAIL", reasons: ["EBADENGINE"] });
});

test("what a machine lacks is skipped, and said why", async () => {
  const open = async () => ({ skipped: "no Chromium is installed" });
  expect(await judge(open, world)).toMatchObject({
    result: "skipped",
    reasons: ["no Chromium is installed"],
  });
});

test("a runtime is closed after a failure too", async () => {
  const closed: string[] = [];
  const close = async () => void closed.push("closed");
  await judge(async () => ({ version: "", checks: { a: broken }, close }), world);
  expect(closed).toEqual(["closed"]);
});

test("a runtime that cannot be closed makes the row fail", async () => {
  const close = async () => {
    throw new Error("it has crashed");
  };
  const verdict = await judge(async () => ({ version: "", checks: { a: ok }, close }), world);
  expect(verdict).toMatchObject({ cells: { a: "ok" }, result: "FAIL", reasons: ["closing: it has crashed"] });
});

import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { keyFlag } from "./resume-command.ts";

const hasBash = spawnSync("bash", ["-c", "true"]).status === 0;
if (!hasBash) console.warn("how a shell reads a key (skipped: needs bash)");

test
  .runIf(hasBash)
  .each([
    "weekly-2026-11-02",
    'week 45; it\'s $(id) `id` "x" \\ *',
    "-2",
    "a\nb\u001b[2J\u202e it's \\ done",
  ])("a shell reads the printed key as it was: %j", (key) => {
  const script = `printf '%s\\0' ${keyFlag(key)}`;
  expect(script).not.toMatch(/\p{Cc}|\u202e/u);
  const { stdout } = spawnSync("bash", ["-c", script], { encoding: "utf8", env: { LC_ALL: "C.UTF-8" } });
  expect(stdout.split("\0")).toEqual(["--idempotency-key", key, ""]);
});

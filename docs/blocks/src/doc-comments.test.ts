import { expect, test } from "vitest";
import { examplesOf } from "./doc-comments.ts";

const file = `import { x } from "./x.ts";

/**
 * Opens the door.
 *
 * @example
 * const key = makeKey();
 * if (await open(key)) enter({
 *   slowly: true,
 * });
 *
 * @throws when there is none
 */
export function open() {}

/** No example. */
export const none = 1;

  /**
   * @example
   * close(vault);
   */
`;
const from = { doors: ["open", "close", "type slowly"], keys: ["default as makeKey", "key"] };

test("finds the examples of all doc comments, up to the next tag", () => {
  expect(examplesOf("door.ts", file, from, []).map(({ line, code }) => [line, code])).toEqual([
    [7, "const key = makeKey();\nif (await open(key)) enter({\n  slowly: true,\n});\n"],
    [21, "close(vault);\n"],
  ]);
});

test("imports what an example uses and does not declare", () => {
  expect(examplesOf("door.ts", file, from, []).map(({ prelude }) => prelude)).toEqual([
    'import { open, type slowly } from "doors";\nimport { default as makeKey } from "keys";\n',
    'import { close } from "doors";\n',
  ]);
});

test("runs no example that stands for the reader's own code", () => {
  expect(examplesOf("door.ts", file, from, ["vault"]).map(({ isRun }) => isRun)).toEqual([true, false]);
});

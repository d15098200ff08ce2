import { expect, test } from "vitest";
import { block, table } from "./table.ts";

const headings = ["ID", "STATE", "FINISHED"];
const rows = [
  [{ text: "59d9d293c3824bff524d5c8c" }, { text: "Successful" }, { text: "2026-11-02T03:41:10Z" }],
  [{ text: "6ae80653f2c94e0d8b6a1c57" }, { text: "Queued" }, { text: "" }],
];

test("columns are as wide as their widest cell, and no line ends in blanks", () => {
  expect(table(headings, rows, 80)).toEqual([
    "ID                        STATE       FINISHED",
    "59d9d293c3824bff524d5c8c  Successful  2026-11-02T03:41:10Z",
    "6ae80653f2c94e0d8b6a1c57  Queued",
  ]);
});

test("where the terminal is one column too narrow, each row becomes a block", () => {
  expect(table(headings, rows, 58)).toHaveLength(3);
  expect(table(headings, rows, 57)).toEqual([
    "ID        59d9d293c3824bff524d5c8c",
    "STATE     Successful",
    "FINISHED  2026-11-02T03:41:10Z",
    "",
    "ID        6ae80653f2c94e0d8b6a1c57",
    "STATE     Queued",
  ]);
});

test("colours and wide characters take no part in how wide a column is", () => {
  const paint = (text: string) => `\u001b[32m${text}\u001b[39m`;
  const lines = table(
    ["A", "B"],
    [
      [{ text: "雪", paint }, { text: "x" }],
      [{ text: "abc" }, { text: "y" }],
    ],
    80,
  );
  expect(lines).toEqual(["A    B", "\u001b[32m雪\u001b[39m   x", "abc  y"]);
});

test("a block leaves out what is empty", () => {
  expect(
    block([
      ["job", { text: "1" }],
      ["reason", { text: "" }],
    ]),
  ).toEqual(["job          1"]);
});

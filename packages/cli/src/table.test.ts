import picocolors from "picocolors";
import { describe, expect, test } from "vitest";
import { type Line, renderLine } from "./line.ts";
import { block, type Column, cell, table } from "./table.ts";

const { createColors } = picocolors;
const plain = (lines: Line[]) => lines.map((line) => renderLine(line, createColors(false)));

interface Job {
  id: string;
  state: string;
  finished?: string;
  bucket: string;
}

const columns: Column<Job>[] = [
  { heading: "ID", cell: ({ id }) => cell(id) },
  { heading: "STATE", cell: ({ state }) => cell(state) },
  { heading: "FINISHED", cell: ({ finished }) => cell(finished), isOptional: true },
  { heading: "BUCKET", cell: ({ bucket }) => cell(bucket), isOptional: true },
];

const jobs: Job[] = [
  { id: "59d9d293", state: "Successful", finished: "03:41:10", bucket: "66b1f0a9" },
  { id: "6ae80653", state: "Queued", bucket: "67c02e55" },
];

describe("a table", () => {
  test("has columns as wide as their widest cell, and no line that ends in blanks", () => {
    expect(plain(table(columns.slice(0, 3), jobs, 80))).toEqual([
      "ID        STATE       FINISHED",
      "59d9d293  Successful  03:41:10",
      "6ae80653  Queued",
    ]);
  });

  test("leaves out optional columns from the end where the terminal is one column too narrow", () => {
    expect(plain(table(columns, jobs, 40))[0]).toBe("ID        STATE       FINISHED  BUCKET");
    expect(plain(table(columns, jobs, 39))[0]).toBe("ID        STATE       FINISHED");
    expect(plain(table(columns, jobs, 30))[0]).toBe("ID        STATE       FINISHED");
    expect(plain(table(columns, jobs, 29))[0]).toBe("ID        STATE");
  });

  test("becomes a block for each row where the columns that are left do not fit either, with everything in it", () => {
    expect(table(columns, jobs, 20)).toHaveLength(3);
    expect(plain(table(columns, jobs, 19))).toEqual([
      "ID        59d9d293",
      "STATE     Successful",
      "FINISHED  03:41:10",
      "BUCKET    66b1f0a9",
      "",
      "ID        6ae80653",
      "STATE     Queued",
      "BUCKET    67c02e55",
    ]);
  });

  test("takes neither colours nor bytes for width", () => {
    const wide: Column<string>[] = [
      { heading: "A", cell: (text) => cell(text, "green") },
      { heading: "B", cell: () => cell("x") },
    ];
    const coloured = table(wide, ["雪", "abc"], 80).map((line) => renderLine(line, createColors(true)));
    expect(coloured).toEqual(["A    B", "\u001b[32m雪\u001b[39m   x", "\u001b[32mabc\u001b[39m  x"]);
  });
});

test("a block leaves out what is empty", () => {
  expect(
    plain(
      block([
        ["job", cell("1")],
        ["reason", cell(undefined)],
      ]),
    ),
  ).toEqual(["job          1"]);
});

test("a cell holds one line that cannot steer the terminal", () => {
  expect(cell("one\n\u001b[2Jtwo").text).toBe("one \\u001b[2Jtwo");
});

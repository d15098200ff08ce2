import { expect, test } from "vitest";
import { tidy } from "./typedoc-page.ts";

test("a union of objects is indented by what is in what", () => {
  const written =
    '```ts\ntype End = \n  | {\n  job: Job;\n  kind:   | "a"\n     | "b";\n}\n  | {\n  why: string;\n};\n```';
  expect(tidy(written)).toBe(
    '```ts\ntype End = {\n  job: Job;\n  kind: "a" | "b";\n} | {\n  why: string;\n};\n```',
  );
});

test("an object type without a name stays one", () => {
  expect(tidy('```ts\n{\n  kind:   | "a"\n     | "b";\n}\n```')).toBe('```ts\n{\n  kind: "a" | "b";\n}\n```');
});

test("an object type without a name has no heading either", () => {
  expect(tidy("## Union Members\n\n### Type Literal\n\nOne.\n")).toBe("## Union Members\n\nOne.\n");
});

test("a signature stays as it is", () => {
  const signature = "```ts\nfunction end(\n   job: Job, \n   why: string\n): void;\n```";
  expect(tidy(signature)).toBe(signature);
});

test("a cell of a table begins with no bar, and is empty where nothing is said", () => {
  expect(tidy("| `job` | \\| `Job` \\| `undefined` | - |")).toBe("| `job` | `Job` \\| `undefined` | |");
});

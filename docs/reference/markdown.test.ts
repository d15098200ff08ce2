import { expect, test } from "vitest";
import { disclosure, page, row } from "./markdown.ts";

test("a row stays a row, whatever its cells hold", () => {
  expect(row("`a|b`", "two\n  lines")).toBe("| `a\\|b` | two lines |");
});

test("a summary shows code as code and everything else as text", () => {
  expect(disclosure("`a`: less < `b` & more", "Content.")).toBe(
    "<details>\n<summary><code>a</code>: less &lt; <code>b</code> &amp; more</summary>\n\nContent.\n\n</details>",
  );
});

test("a page begins with what the site generator wants to know", () => {
  const { markdown } = page("x.md", { title: 'A: "B"', description: "C." }, "One.", undefined, "Two.");
  expect(markdown).toBe('---\ntitle: "A: \\"B\\""\ndescription: "C."\neditUrl: false\n---\n\nOne.\n\nTwo.\n');
});

import { expect, test } from "vitest";
import type { Change } from "./change.ts";
import { printReport } from "./report.ts";

const removed: Change = { rule: "example-removed", subject: "`none`", operations: [] };

test("no change is one line", () => {
  expect(printReport([], {}, "main")).toBe("For users the definition means the same as at `main`.");
});

test("a report lists the changes, and which package lacks how much", () => {
  expect(printReport([removed], { spec: "major", mock: "minor" }, "main")).toBe(
    `### What the change of the definition means for users

Compared with \`main\`:

- **major** the example \`none\` is gone: tests that name it no longer compile

| package | asks for | new changesets say |
| --- | --- | --- |
| spec | major | major |
| mock | major | minor ❌ |

**The changesets are too low.** To mend it, run \`pnpm spec:changeset\`, put its lines into your own words where you know better, and commit the file.`,
  );
});

test("a report says when the changesets are high enough", () => {
  const report = printReport([removed], { spec: "major", mock: "major" }, "main");
  expect(report).toContain("The changesets are high enough.");
  expect(report).not.toContain("❌");
});

test("a report says when no changeset is needed", () => {
  const described: Change = { rule: "documentation-changed", subject: "`ExportJob`", operations: [] };
  const report = printReport([described], {}, "main");
  expect(report).toContain("None of this needs a changeset");
  expect(report).not.toContain("❌");
});

test("a report with very many changes still fits into a comment", () => {
  const many = Array.from({ length: 1000 }, (_, index) => ({ ...removed, subject: `\`example${index}\`` }));
  const report = printReport(many, {}, "main");
  expect(report).toContain("- and 800 more");
  expect(report.length).toBeLessThan(65_536);
});

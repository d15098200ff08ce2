import { expect, test } from "vitest";
import { blocksOf, commandsOf } from "./markdown-blocks.ts";

const page = `# Title

\`\`\`ts
first();
\`\`\`

<!-- prelude
const hidden = 1;
-->

1. In a list:

   \`\`\`ts
   second(hidden);
   \`\`\`

\`\`\`sh
npm test
\`\`\`

\`\`\`sh run
npm start
\`\`\`

\`\`\`ts title="third.ts"
third();
\`\`\`
`;

test("finds the blocks of TypeScript where they stand, those in lists too", () => {
  expect(blocksOf("page.md", page).map(({ line, code }) => [line, code])).toEqual([
    [4, "first();\n"],
    [14, "second(hidden);\n"],
    [26, "third();\n"],
  ]);
});

test("puts a hidden prelude before the next block alone", () => {
  expect(blocksOf("page.md", page).map(({ prelude }) => prelude)).toEqual(["", "const hidden = 1;\n", ""]);
});

test("finds the shell commands that are marked to be run", () => {
  expect(commandsOf("page.md", page)).toEqual([{ file: "page.md", line: 22, code: "npm start\n" }]);
});

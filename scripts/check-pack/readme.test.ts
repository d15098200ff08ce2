import { expect, test } from "vitest";
import { installsIn, programsIn } from "./readme.ts";

const text = `# A package

\`\`\`sh
npm install --save-dev a b
npm start   # not an install
\`\`\`

\`\`\`ts
import { one, two } from "a";
import type { Three } from "a";

one(two);
\`\`\`

\`\`\`
no language, no program
\`\`\`

\`\`\`ts
import { two } from "b";

one(two);
\`\`\`
`;

test("a block of code is a program, behind what the blocks before it have imported and it has not", () => {
  expect(programsIn({ of: "a", text })).toEqual([
    { file: "a-1.ts", text: 'import { one, two } from "a";\nimport type { Three } from "a";\n\none(two);\n' },
    {
      file: "a-2.ts",
      text: 'import { one } from "a";\nimport type { Three } from "a";\nimport { two } from "b";\n\none(two);\n',
    },
  ]);
});

test("what is to be installed is read without its flags", () => {
  expect(installsIn({ of: "a", text })).toEqual(["a", "b"]);
});

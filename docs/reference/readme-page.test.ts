import { expect, test } from "vitest";
import { readmePage } from "./readme-page.ts";

const readme = `# The package

See [the project](../../README.md), [the code](src/main.ts#L3), [below](#below) and [the web](https://example.com).

![A picture](https://raw.githubusercontent.com/atlas-snapshot-export/atlas-snapshot-export/main/packages/cli/picture.svg)
`;

test("a README becomes a page whose links and pictures lead where they led", () => {
  const frontmatter = { title: "Title", description: "What it is." };
  const { file, markdown } = readmePage("reference/command-line.md", frontmatter, "packages/cli", readme);
  expect(file).toBe("reference/command-line.md");
  expect(markdown).toBe(`---
title: "Title"
description: "What it is."
editUrl: false
---

See [the project](../../../../README.md), [the code](../../../../packages/cli/src/main.ts#L3), [below](#below) and [the web](https://example.com).

![A picture](../../../../packages/cli/picture.svg)
`);
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { picture, pictureFile } from "./picture.ts";

test("the picture shows what the program prints now; `pnpm picture` draws it anew", async () => {
  expect(await picture()).toBe(readFileSync(pictureFile, "utf8"));
});

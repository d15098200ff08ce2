import { expect, test } from "vitest";
import { installsIn } from "./installs-in.ts";

test("the packages of every npm install are read, without its flags", () => {
  const markdown =
    "```sh\nnpm install --save-dev a b\n```\n\nand\n\n```sh\nnpm test\nnpm install @c/d\n```\n";
  expect(installsIn(markdown)).toEqual(["a", "b", "@c/d"]);
});

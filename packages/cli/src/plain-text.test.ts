import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

test.each([
  ["a line end", "one\r\ntwo", "one two"],
  ["an escape sequence", "\u001b[2Jgone\u0007", "[2Jgone"],
  ["a control of the second set", "a\u009b31mb", "a 31mb"],
  ["an override of the direction", "a\u202etxt.exe", "a txt.exe"],
])("%s does not reach the terminal", (_, text, expected) => {
  expect(plainText(text)).toBe(expected);
});

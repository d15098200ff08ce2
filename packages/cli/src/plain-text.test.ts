import { expect, test } from "vitest";
import { escapeControls, plainText } from "./plain-text.ts";

test.each([
  ["a line break", "one\r\ntwo\n", "one two"],
  ["a line separator", "one\u2028two", "one two"],
  ["an escape sequence", "\u001b[2Jgone\u0007", "\\u001b[2Jgone\\u0007"],
  ["a control of the second set", "a\u009b31mb", "a\\u009b31mb"],
  ["a backspace and a delete", "a\u0008b\u007f", "a\\u0008b\\u007f"],
  ["an override of the direction", "a\u202etxt.exe", "a\\u202etxt.exe"],
  ["a mark of the direction", "a\u200fb\u061cc", "a\\u200fb\\u061cc"],
])("%s does not reach the terminal", (_, text, expected) => {
  expect(plainText(text)).toBe(expected);
});

test("text in any script and emoji stay as they are", () => {
  const text = "Großhändler 雪 می‌خواهم 👩‍👩‍👧 a\\u001b";
  expect(plainText(text)).toBe(text);
});

test("escaped JSON is the same JSON to its reader", () => {
  const value = { state: "a\u001b\u009b\u202e\u2028\u0007\rb" };
  const json = escapeControls(JSON.stringify(value));
  expect(json).toMatch(/^[\x20-\x7e]+$/);
  expect(JSON.parse(json)).toEqual(value);
});

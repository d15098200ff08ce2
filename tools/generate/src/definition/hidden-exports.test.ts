import { expect, test } from "vitest";
import { refuseHidden } from "./hidden-exports.ts";

const index = `export type * from "types";
export { type ApiKeyOptions, apiKey } from "./api-key.ts";
export type { CallOptions } from "./call.ts";
export {
  type SnapshotReference,
  read as getSnapshot,
} from "./get-snapshot.ts";
export * from "./operations.gen.ts";
`;

test.each([
  ["an operation", "export function apiKey(\n", "apiKey"],
  ["an operation that something is renamed to", "export function getSnapshot(\n", "getSnapshot"],
  ["a schema", "export type CallOptions = string;\n", "CallOptions"],
  ["what an operation takes", "export interface SnapshotReference {\n", "SnapshotReference"],
])("%s that an export by name would hide is refused", (_, made, name) => {
  expect(() => refuseHidden(index, "", made)).toThrow(`exports something else as ${name}: `);
});

test("what nothing hides is let through", () => {
  expect(() =>
    refuseHidden(index, "export function read(\n", "export type ApiKey = string;\n"),
  ).not.toThrow();
});

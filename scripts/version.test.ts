import { expect, test } from "vitest";
import { versionOf, withVersion } from "./version.ts";

const definition = `# The definition
openapi:   3.1.0
info:
  title: "Exports"   # what it is
  version: 0.0.0   # set by a release
  description: >-
    version: 0.0.0
    of  something
components: { schemas: { version: {type: string} } }
`;

test("sets info.version and leaves every other character as it was", () => {
  expect(withVersion(definition, "1.2.3")).toBe(definition.replace("0.0.0   # set", "1.2.3   # set"));
});

test("changes nothing when the version is the same", () => {
  expect(withVersion(definition, "0.0.0")).toBe(definition);
});

test.each([
  ['info: { version: "0.0.0" }', 'info: { version: "1.0.0-next.1" }'],
  ["info: { version: '0.0.0' }", "info: { version: '1.0.0-next.1' }"],
])("keeps the quotes of %s", (before, after) => {
  expect(withVersion(before, "1.0.0-next.1")).toBe(after);
});

test.each([
  "info:\n  title: Exports\n",
  "info:\n  version:\n    - 1\n",
  "info:\n  version:\n",
  "",
  "- info\n",
])("refuses a definition without info.version: %j", (text) => {
  expect(() => withVersion(text, "1.2.3")).toThrow("has no info.version to set");
});

test("refuses a definition that is not YAML, and says where", () => {
  expect(() => withVersion("info: [", "1.2.3")).toThrow(/is not YAML.* line 1/s);
});

test("reads the version of a manifest", () => {
  expect(versionOf('{ "version": "1.2.3-next.0" }')).toBe("1.2.3-next.0");
});

test.each(['{ "name": "spec" }', '{ "version": "workspace:*" }', '{ "version": 1 }'])(
  "refuses a manifest without a usable version: %s",
  (manifest) => {
    expect(() => versionOf(manifest)).toThrow('needs a version such as "1.2.3"');
  },
);

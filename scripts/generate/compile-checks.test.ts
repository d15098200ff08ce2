import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, expect, test } from "vitest";
import { compileChecks } from "./compile-checks.ts";
import type { Document, Schema } from "./definition.ts";

const directory = mkdtempSync(join(tmpdir(), "compile-checks-"));
afterAll(() => rmSync(directory, { recursive: true }));

/** What a check leaves behind, in Ajv's form. */
type Check = ((value: unknown) => boolean) & { errors: { instancePath: string; keyword: string }[] | null };

const schemas: Record<string, Schema> = {
  Tree: {
    type: "object",
    required: ["name"],
    properties: {
      name: { type: "string", minLength: 1 },
      kind: { anyOf: [{ $ref: "#/components/schemas/Kind" }, { type: "integer" }] },
      children: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
    },
  },
  Kind: { type: "object", required: ["label"], properties: { label: { type: "string" } } },
};

async function compiled(): Promise<Check> {
  const code = compileChecks({ components: { schemas } } as unknown as Document, tree, "readOnly");
  const file = join(directory, "checks.gen.ts");
  writeFileSync(file, code);
  return ((await import(file)) as { checkTree: Check }).checkTree;
}

const tree = new Map<string, Schema>([["checkTree", { $ref: "#/components/schemas/Tree" }]]);

const broken = { name: "", kind: "leaf", children: [{ kind: {} }, { name: 7 }, { name: "fine" }, 7] };

test.each([
  ["nothing wrong", { name: "root", kind: 7, children: [{ name: "leaf", kind: { label: "x" } }] }],
  ["one thing wrong", { name: "root", children: [7] }],
  ["several things wrong at several depths", { ...broken, children: [broken, ...broken.children, broken] }],
])("a check that goes through references finds what Ajv itself finds: %s", async (_, value) => {
  const ajv = new Ajv({ allErrors: true, strict: false });
  ajv.addSchema({ $id: "definition", components: { schemas } });
  const reference = ajv.compile({ $ref: "definition#/components/schemas/Tree" });
  const check = await compiled();
  expect(check(value)).toBe(reference(value));
  const places = (errors: Check["errors"] | undefined) =>
    (errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
  expect(places(check.errors)).toEqual(places(reference.errors));
});

test("what a check takes for a long list of broken items grows with its length alone", async () => {
  const check = await compiled();
  expect(check({ name: "root", children: Array.from({ length: 200_000 }, () => ({})) })).toBe(false);
  expect(check.errors).toHaveLength(200_000);
});

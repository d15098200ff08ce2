import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, describe, expect, test } from "vitest";
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

async function compiled(name = "Tree", components = schemas): Promise<Check> {
  const checks = new Map<string, Schema>([["check", { $ref: `#/components/schemas/${name}` }]]);
  const document = { components: { schemas: components } } as unknown as Document;
  const file = join(directory, `${name}.gen.ts`);
  writeFileSync(file, compileChecks(document, checks, "readOnly"));
  return ((await import(file)) as { check: Check }).check;
}

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

describe("of several schemas the discriminator chooses one", () => {
  const kind = (only: string, property: string): Schema => ({
    type: "object",
    required: ["kind", property],
    properties: { kind: { const: only }, [property]: { type: "string" } },
  });
  const pets = {
    Cat: kind("cat", "purr"),
    Dog: kind("dog", "bark"),
    Pet: {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
      discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" } },
    },
  };

  test.each<[string, unknown, object[]]>([
    ["that holds", { kind: "dog", bark: "wau" }, []],
    ["whose violations alone are told", { kind: "dog", purr: "mrr" }, [{ keyword: "required" }]],
    ["or none", { kind: "cow" }, [{ keyword: "discriminator", params: { tag: "kind" } }]],
    ["or none, for want of properties", "dog", [{ keyword: "type" }]],
    ["or none, for want of a value", {}, [{ keyword: "discriminator", params: { tag: "kind" } }]],
  ])("%s", async (_, value, errors) => {
    const check = await compiled("Pet", pets);
    expect(check(value)).toBe(errors.length === 0);
    expect(check.errors ?? []).toMatchObject(errors);
  });
});

import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, describe, expect, test } from "vitest";
import type { Check } from "../../../../packages/client/src/schema.ts";
import type { Document, Schema } from "../definition/definition.ts";
import { checkCompiler } from "./compile-checks.ts";
import { fieldsOf } from "./testing/ajv-fields.ts";

const directory = mkdtempSync(join(tmpdir(), "compile-checks-"));
afterAll(() => rmSync(directory, { recursive: true }));
copyFileSync(
  fileURLToPath(new URL("../../../../packages/client/src/schema.ts", import.meta.url)),
  join(directory, "schema.ts"),
);

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

function compilerOf(components: Record<string, Schema>) {
  return checkCompiler({ components: { schemas: components } } as unknown as Document);
}

async function compiled(component = "Tree", components = schemas): Promise<Check> {
  const compiler = compilerOf(components);
  const name = compiler.nameOf({ $ref: `#/components/schemas/${component}` }, "readOnly", "check");
  const file = join(directory, `${component}.gen.ts`);
  writeFileSync(file, compiler.print());
  return ((await import(file)) as Record<string, Check>)[name] as Check;
}

function violations(check: Check, value: unknown): { field: string; rule: string }[] {
  const found: Parameters<Check>[2] = [];
  check(value, "", found);
  return found;
}

const broken = { name: "", kind: "leaf", children: [{ kind: {} }, { name: 7 }, { name: "fine" }, 7] };

test.each([
  ["nothing wrong", { name: "root", kind: 7, children: [{ name: "leaf", kind: { label: "x" } }] }],
  ["one thing wrong", { name: "root", children: [7] }],
  ["several things wrong at several depths", { ...broken, children: [broken, ...broken.children, broken] }],
])("a check that goes through references finds what Ajv itself finds: %s", async (_, value) => {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  ajv.addSchema({ $id: "definition", components: { schemas } });
  const reference = ajv.compile({ $ref: "definition#/components/schemas/Tree" });
  reference(value);
  const found = violations(await compiled(), value);
  expect(found.map(({ field }) => field)).toEqual(fieldsOf(reference.errors));
});

test("what a check takes for a long list of broken items grows with its length alone", async () => {
  const check = await compiled();
  const value = { name: "root", children: Array.from({ length: 200_000 }, () => ({})) };
  expect(violations(check, value)).toHaveLength(200_000);
});

const twoWays = {
  Id: { type: "string" },
  Job: {
    type: "object",
    required: ["id", "name"],
    properties: { id: { type: "string", readOnly: true }, name: { $ref: "#/components/schemas/Id" } },
  },
  Jobs: { type: "array", items: { $ref: "#/components/schemas/Job" } },
};
const jobs = { $ref: "#/components/schemas/Jobs" };

test("a schema that both directions see alike has one check, else requests have one of their own", () => {
  const compiler = compilerOf(twoWays);
  expect(compiler.nameOf(jobs, "readOnly", "x")).toBe("JobsInput");
  expect(compiler.nameOf(jobs, "writeOnly", "x")).toBe("Jobs");
  expect(compiler.nameOf({ $ref: "#/components/schemas/Id" }, "readOnly", "x")).toBe("Id");
  const names = [...compiler.print().matchAll(/^export const (\w+)/gm)].map(([, name]) => name);
  expect(names).toEqual(["Id", "JobInput", "JobsInput", "Job", "Jobs"]);
});

test("a schema is made a check of once, under the name of the first who asks", () => {
  const compiler = compilerOf({});
  const integer = { type: "integer", minimum: 1 };
  expect(compiler.nameOf(integer, "readOnly", "PageNum")).toBe("PageNum");
  expect(compiler.nameOf({ ...integer, description: "d" }, "readOnly", "Other")).toBe("PageNum");
  expect(compiler.nameOf({ type: "boolean" }, "readOnly", "PageNum")).toBe("PageNum2");
});

test("a reference into a component, and one to a name that is no identifier, have names of their own", () => {
  const compiler = compilerOf({ ...twoWays, "dotted.Name": { type: "null" } });
  const inner = { $ref: "#/components/schemas/Job/properties/name" };
  expect(compiler.nameOf(inner, "writeOnly", "x")).toBe("Job_properties_name");
  expect(compiler.nameOf({ $ref: "#/components/schemas/dotted.Name" }, "writeOnly", "x")).toBe("dotted_Name");
});

test("schemas whose checks would have one name have a check each", () => {
  const compiler = compilerOf({ ...twoWays, JobInput: { type: "boolean" }, Limit: { type: "null" } });
  const nameOf = (name: string) => compiler.nameOf({ $ref: `#/components/schemas/${name}` }, "readOnly", "x");
  expect(compiler.nameOf({ type: "integer" }, "readOnly", "Limit")).toBe("Limit");
  expect([nameOf("Limit"), nameOf("Job"), nameOf("JobInput")]).toEqual(["Limit2", "JobInput", "JobInput2"]);
  expect(compiler.print()).toMatch(/JobInput2.*"boolean"/);
});

test("a reference that leads nowhere is told of", () => {
  const missing = { $ref: "#/components/schemas/Missing" };
  expect(() => compilerOf({}).nameOf(missing, "writeOnly", "x")).toThrow(
    "components.schemas: there is no Missing",
  );
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
    [
      "whose violations alone are told",
      { kind: "dog", purr: "mrr" },
      [{ field: ".bark", rule: "is required" }],
    ],
    ["or none", { kind: "cow" }, [{ field: ".kind", rule: "must be one that the definition knows" }]],
    ["or none, for want of properties", "dog", [{ field: "", rule: "must be of type object" }]],
    [
      "or none, for want of a value",
      {},
      [{ field: ".kind", rule: "must be one that the definition knows", given: "nothing" }],
    ],
  ])("%s", async (_, value, errors) => {
    const found = violations(await compiled("Pet", pets), value);
    expect(found).toHaveLength(errors.length);
    expect(found).toMatchObject(errors);
  });
});

import { expect, test } from "vitest";
import { printDifferences } from "./report.ts";

const bundle = {
  paths: {
    "/things/{id}": {
      get: {
        operationId: "getThing",
        parameters: [{ $ref: "#/components/parameters/id" }],
        responses: { 200: { schema: { $ref: "#/components/schemas/Thing" } } },
      },
      put: { operationId: "putThing", summary: "Put" },
    },
  },
  components: {
    parameters: { id: { name: "id" } },
    schemas: { Thing: { properties: { state: { enum: ["Queued", "Done"] } } } },
  },
};
const bundlePath = "spec/generated/openapi.json";
const printed = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** What is told of one file on the disk. */
function told(path: string, onDisk: string, yielded: string): string[] {
  const made = { [bundlePath]: printed(bundle), [path]: yielded };
  const report = printDifferences([{ path, what: "changed" }], made, () => onDisk);
  expect(report).toMatch(/^Made files do not match spec\/openapi\.yaml:\n/);
  expect(report).toMatch(/\n\nTo mend it, run: pnpm generate$/);
  return report.split("\n").slice(1, -2);
}

test("of the bundle every place is told, with the operations that feel it", () => {
  const edited = structuredClone(bundle);
  edited.components.schemas.Thing.properties.state.enum = ["Queued"];
  edited.paths["/things/{id}"].put.summary = "Set";
  expect(told(bundlePath, printed(edited), printed(bundle))).toEqual([
    `  changed ${bundlePath}`,
    '            paths//things/{id}/put/summary is "Set", not "Put" (putThing)',
    '            components/schemas/Thing/properties/state/enum/1 is missing: "Done" (getThing)',
  ]);
});

test("a missing file is missed by all, and one too much needed by none", () => {
  const differences = [
    { path: "a.gen.ts", what: "missing" },
    { path: "b.gen.ts", what: "stray" },
  ] as const;
  const report = printDifferences([...differences], {}, () => "");
  expect(report).toContain("\n  missing a.gen.ts (every operation)\n  stray   b.gen.ts (no operation)\n");
});

test("what the bundle has too much is told too, and of very much only the first places", () => {
  const edited = {
    ...bundle,
    ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`x-${index}`, 1])),
  };
  const lines = told(bundlePath, printed(edited), printed(bundle));
  expect(lines[1]).toBe("            x-0 is too much: 1 (every operation)");
  expect(lines.at(-1)).toBe("            and 2 more places");
});

test("where the bundle differs, the files that follow from it are only named", () => {
  const path = "packages/types/src/openapi.gen.ts";
  const made = { [bundlePath]: printed(bundle), [path]: "export {};\n" };
  const differences = [bundlePath, path].map((changed) => ({ path: changed, what: "changed" as const }));
  const report = printDifferences(differences, made, (changed) =>
    changed === path ? "" : printed({ ...bundle, x: 1 }),
  );
  expect(report).toContain(`\n  changed ${path}\n\n`);
});

test.each([
  [
    "packages/client/src/definition.gen.ts",
    'export const getThing = {\n  method: "PUT",\n};\n',
    'export const getThing = {\n  method: "GET",\n};\n',
    'line 2, in getThing › method, is "method: \\"PUT\\",", not "method: \\"GET\\"," (getThing)',
  ],
  [
    "packages/types/src/openapi.gen.ts",
    "export interface components {\n    schemas: {\n        Thing: {\n            state: number;\n        };\n    };\n}\n",
    "export interface components {\n    schemas: {\n        Thing: {\n            state: string;\n        };\n    };\n}\n",
    'line 4, in components › schemas › Thing › state, is "state: number;", not "state: string;" (getThing)',
  ],
  [
    "packages/client/src/request-checks.gen.ts",
    "function validate20(data){\nif(true){\n}\n}\nexport const putThingBody: Check = validate20;\n",
    "function validate20(data){\nif(false){\n}\n}\nexport const putThingBody: Check = validate20;\n",
    'line 2, in validate20, is "if(true){", not "if(false){" (putThing)',
  ],
  [
    "packages/client/src/version.gen.ts",
    'export const version = "1";\n',
    'export const version = "2";\n',
    'line 1, in version, is "export const version = \\"1\\";", not "export const version = \\"2\\";" (every operation)',
  ],
])("of %s the first line that differs is told, with what it stands in", (path, onDisk, yielded, line) => {
  expect(told(path, onDisk, yielded)).toEqual([`  changed ${path}`, `            ${line}`]);
});

test("a bundle that is no JSON any more is told by its line", () => {
  expect(told(bundlePath, printed(bundle).replace("{", "["), printed(bundle))[1]).toMatch(
    / line 1 is "\[", not "\{"/,
  );
});

import { expect, test } from "vitest";
import type { Definition } from "./definition.ts";
import { namedTypes, typeAddresses } from "./service-types.ts";

const definition: Definition = {
  paths: {},
  components: {
    schemas: { Id: { type: "string" }, Job: { type: "object" }, Bucket: { oneOf: [], type: "object" } },
  },
};
const source = `import type { components } from "./openapi.gen.ts";

export type Id = Readable<components["schemas"]["Id"]>;
/** A job. */
export type Job = Readable<components["schemas"]["Job"]>;
export type JobInput = Writable<components["schemas"]["Job"]>;
export type Bucket = Readable<components["schemas"]["Bucket"]>;
export interface GetJobInput {
  id: string;
}
export type GetJobResult = Job;
`;

test("an object keeps its name as an interface, everything else as an alias", () => {
  expect(namedTypes(definition, source).split("\n").slice(2)).toEqual([
    "export type Id = types.Id;",
    "export interface Job extends types.Job {}",
    "export interface JobInput extends types.JobInput {}",
    "export type Bucket = types.Bucket;",
    "export interface GetJobInput extends types.GetJobInput {}",
    "export type GetJobResult = Job;",
    "",
  ]);
});

test("a type is explained with its schema, what an operation takes and gives with the operation", () => {
  expect(typeAddresses(definition, source, "/base")).toEqual({
    Id: "/base/reference/schemas/#id",
    Job: "/base/reference/schemas/#job",
    JobInput: "/base/reference/schemas/#job",
    Bucket: "/base/reference/schemas/#bucket",
    GetJobInput: "/base/reference/operations/getjob/",
    GetJobResult: "/base/reference/operations/getjob/",
  });
});

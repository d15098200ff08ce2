import { expect, test } from "vitest";
import { RequestValidationError } from "../errors.ts";
import type { ExportJob } from "../index.ts";
import { clusterName, exportId, groupId, job, jobsPath } from "../testing/jobs.ts";
import { referenceOf } from "./job-reference.ts";

const reference = { groupId, clusterName, exportId };

function withLinks(...links: unknown[]): ExportJob {
  return job({ links });
}

test("a reference is the reference, whatever else the object says", () => {
  expect(referenceOf(reference)).toEqual(reference);
  expect(referenceOf({ ...withLinks(), ...reference })).toEqual(reference);
});

test.each([
  ["the service's own host", `https://cloud.mongodb.com${jobsPath}/${exportId}`],
  ["another host", `http://127.0.0.1:8080${jobsPath}/${exportId}`],
  ["a path alone", `${jobsPath}/${exportId}`],
])("a job is found by its link to itself: %s", (_, href) => {
  expect(referenceOf(withLinks({ href: "/", rel: "next" }, { href, rel: "self" }))).toEqual(reference);
});

test("no other job is believed in", () => {
  const another = "0".repeat(24);
  expect(referenceOf(withLinks({ href: `${jobsPath}/${another}`, rel: "self" })).exportId).toBe(exportId);
});

test.each<[string, ExportJob]>([
  ["no links", job({ links: undefined })],
  ["links that are null", job({ links: null })],
  ["links that are no list", job({ links: "self" })],
  ["a hole among its links", withLinks(null)],
  ["a link without an address", withLinks({ rel: "self" })],
  ["an address that is no text", withLinks({ rel: "self", href: 42 })],
  ["links to others only", withLinks({ rel: "next", href: `${jobsPath}/${exportId}` })],
  ["a link to its list", withLinks({ rel: "self", href: jobsPath })],
  ["a link to something below it", withLinks({ rel: "self", href: `${jobsPath}/${exportId}/files` })],
  ["no id", { ...withLinks({ rel: "self", href: `${jobsPath}/${exportId}` }), id: undefined } as never],
])("a job with %s is refused with what to give instead", (_, of) => {
  expect(() => referenceOf(of)).toThrow(RequestValidationError);
  expect(() => referenceOf(of)).toThrow("give groupId, clusterName and exportId");
});

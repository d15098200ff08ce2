import { expect, expectTypeOf, test } from "vitest";
import type { ExportJob } from "../index.ts";
import { connect, failureOf } from "../testing/connect.ts";
import { clusterName, groupId, job, jobsPath } from "../testing/jobs.ts";
import { type Answer, scriptedServer } from "../testing/scripted-server.ts";
import { listExportJobs } from "./list-export-jobs.ts";

const input = { groupId, clusterName };
const page = (ids: string[], links: object[] = [{ rel: "self" }]): Answer => ({
  body: { results: ids.map((id) => job({ id })), links },
});
const next = [{ rel: "self" }, { rel: "next" }];

async function idsOf(jobs: AsyncIterable<ExportJob>): Promise<(string | undefined)[]> {
  const ids: (string | undefined)[] = [];
  for await (const { id } of jobs) ids.push(id);
  return ids;
}

test("all jobs of all pages come one by one", async () => {
  await using server = await scriptedServer([page(["a", "b"], next), page(["c"], next), page(["d"])]);
  const { atlas } = connect(server);
  expect(await idsOf(listExportJobs(atlas, input))).toEqual(["a", "b", "c", "d"]);
  expect(server.requests.map(({ url }) => url)).toEqual(
    [1, 2, 3].map((pageNum) => `${jobsPath}?itemsPerPage=100&pageNum=${pageNum}`),
  );
  expectTypeOf(listExportJobs).returns.toExtend<AsyncIterable<ExportJob>>();
});

test("the caller's own parameters go along with every page", async () => {
  await using server = await scriptedServer([page(["a"], next), page([])]);
  const { atlas } = connect(server);
  const own = { ...input, includeCount: false, itemsPerPage: 1, pageNum: 4 };
  await idsOf(listExportJobs(atlas, own));
  expect(server.requests.map(({ url }) => url)).toEqual(
    [4, 5].map((pageNum) => `${jobsPath}?includeCount=false&itemsPerPage=1&pageNum=${pageNum}`),
  );
});

test("no page is fetched that nobody asks for", async () => {
  await using server = await scriptedServer([page(["a", "b"], next)]);
  const { atlas } = connect(server);
  for await (const { id } of listExportJobs(atlas, input)) if (id === "b") break;
  expect(server.requests).toHaveLength(1);
});

test("an enveloped list reads like any other", async () => {
  const body = { status: 200, results: [job({ id: "a" })], links: [] };
  await using server = await scriptedServer([{ body }]);
  const { atlas } = connect(server);
  expect(await idsOf(listExportJobs(atlas, { ...input, envelope: true }))).toEqual(["a"]);
});

test("a cluster without exports has none", async () => {
  await using server = await scriptedServer([page([])]);
  expect(await idsOf(listExportJobs(connect(server).atlas, input))).toEqual([]);
});

test("a page that fails ends the list with its error, and what came before it has come", async () => {
  await using server = await scriptedServer([page(["a"], next), { status: 404, body: {} }]);
  const { atlas } = connect(server);
  const ids: (string | undefined)[] = [];
  const reading = (async () => {
    for await (const { id } of listExportJobs(atlas, input)) ids.push(id);
  })();
  expect(await failureOf(reading)).toMatchObject({ name: "AtlasApiError", status: 404 });
  expect(ids).toEqual(["a"]);
});

test("an answer that is no page is told of by the operation's name", async () => {
  await using server = await scriptedServer([{ body: {} }]);
  expect(await failureOf(idsOf(listExportJobs(connect(server).atlas, input)))).toMatchObject({
    name: "ResponseValidationError",
    operationId: "listBackupExportJobs",
  });
});

test("a signal ends it between two pages", async () => {
  await using server = await scriptedServer([page(["a"], next)]);
  const controller = new AbortController();
  const jobs = listExportJobs(connect(server).atlas, input, { signal: controller.signal });
  await jobs.next();
  controller.abort("enough");
  expect(await failureOf(jobs.next())).toBe("enough");
  expect(server.requests).toHaveLength(1);
});

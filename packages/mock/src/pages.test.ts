import { examples } from "@atlas-snapshot-export/spec/examples";
import { expect, test } from "vitest";
import { JOBS, signIn } from "../test/call.ts";
import { type Scenario, startMock } from "./index.ts";

const SNAPSHOTS = JOBS.replace(/exports$/, "snapshots");
const { results } = examples.listReplicaSetBackups.responses[200].several;

async function list(query: string, scenario: Scenario = {}, path = SNAPSHOTS) {
  await using mock = await startMock({ scenario });
  const call = await signIn(mock);
  const { body } = await call(`${path}?${query}`);
  return { body, url: mock.url };
}

test("a list of examples is whole where the query does not ask for less", async () => {
  const { body, url } = await list("");
  expect(body).toEqual({
    results,
    totalCount: 5,
    links: [{ rel: "self", href: `${url}${SNAPSHOTS}?includeCount=true&pageNum=1&itemsPerPage=100` }],
  });
});

test("a page has as many of them as the query asks for, and leads to the next", async () => {
  const { body, url } = await list("itemsPerPage=2&pageNum=2");
  expect(body.results).toEqual(results.slice(2, 4));
  expect(body.links.at(-1)).toEqual({
    rel: "next",
    href: `${url}${SNAPSHOTS}?includeCount=true&itemsPerPage=2&pageNum=3`,
  });
});

test("the last page has the rest, and leads nowhere", async () => {
  const { body } = await list("itemsPerPage=2&pageNum=3");
  expect(body.results).toEqual(results.slice(4));
  expect(body.links.map(({ rel }: { rel: string }) => rel)).toEqual(["self"]);
});

test("they are counted only where the query lets them", async () => {
  const { body } = await list("includeCount=false");
  expect(body).not.toHaveProperty("totalCount");
  expect(body.results).toEqual(results);
});

test("a list that has no pages stays as it is", async () => {
  const { body } = await list("", {}, `${SNAPSHOTS}/shardedClusters`);
  expect(body).toEqual(examples.listShardedClusterBackups.responses[200].several);
});

test("a page that the scenario chose stays as it is", async () => {
  const { body } = await list("pageNum=7", {
    answers: [{ on: "listReplicaSetBackups", status: 200, example: "firstOfManyPages" }],
  });
  expect(body).toEqual(examples.listReplicaSetBackups.responses[200].firstOfManyPages);
});

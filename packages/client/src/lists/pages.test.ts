import { describe, expect, test } from "vitest";
import { ResponseValidationError } from "../errors.ts";
import { failureOf } from "../testing/connect.ts";
import { type Page, type PageRequest, pages } from "./pages.ts";

const item = (n: number) => ({ n });
const items = (count: number) => Array.from({ length: count }, (_, i) => item(i));
const self = { rel: "self" };
const next = { rel: "next" };

/** Reads a list of these answers to its end, the last one for ever; says which pages were asked for. */
async function reading(answers: unknown[], input: PageRequest = {}) {
  const asked: Required<PageRequest>[] = [];
  const fetchPage = async (request: Required<PageRequest>) =>
    answers[Math.min(asked.push(request), answers.length) - 1] as Page;
  const read: Page[] = [];
  for await (const page of pages(() => "listThings", fetchPage, input)) {
    read.push(page);
    if (read.length > 20) throw new Error("without end");
  }
  return { asked, read, pageNums: asked.map(({ pageNum }) => pageNum) };
}

test("the first page is asked for with the service's own size said out loud", async () => {
  const { asked, read } = await reading([{ results: [] }]);
  expect(asked).toEqual([{ itemsPerPage: 100, pageNum: 1 }]);
  expect(read).toEqual([{ results: [] }]);
});

test("the caller may begin elsewhere, with another size", async () => {
  const answers = [
    { results: items(5), links: [next] },
    { results: items(2), links: [self] },
  ];
  const { asked } = await reading(answers, { itemsPerPage: 5, pageNum: 3 });
  expect(asked).toEqual([
    { itemsPerPage: 5, pageNum: 3 },
    { itemsPerPage: 5, pageNum: 4 },
  ]);
});

test("a page is fetched when it is asked for, and not before", async () => {
  let fetched = 0;
  const iterator = pages(
    () => "listThings",
    async () => {
      fetched += 1;
      return { results: items(2), links: [next] };
    },
    {},
  );
  expect(fetched).toBe(0);
  await iterator.next();
  expect(fetched).toBe(1);
  await iterator.return();
  expect(fetched).toBe(1);
});

describe("there is another page", () => {
  const last = { results: [], links: [] };
  test.each<[string, Page, PageRequest]>([
    ["when the answer links to it", { results: items(1), links: [self, next] }, {}],
    ["when it links to it, whatever the count says", { results: items(1), links: [next], totalCount: 1 }, {}],
    [
      "when the count says that more are to come",
      { results: items(2), links: [self], totalCount: 3 },
      { itemsPerPage: 2 },
    ],
    [
      "when the count says so though the page is short",
      { results: items(1), totalCount: 2 },
      { itemsPerPage: 2 },
    ],
    [
      "when the page is full and there are neither links nor a count",
      { results: items(2) },
      { itemsPerPage: 2 },
    ],
    ["when the page is full and the links are empty", { results: items(2), links: [] }, { itemsPerPage: 2 }],
    ["when the page is overfull", { results: items(3) }, { itemsPerPage: 2 }],
    [
      "when the count is null and the page full",
      { results: items(2), totalCount: null as never },
      { itemsPerPage: 2 },
    ],
    [
      "when the count is no number and the page full",
      { results: items(2), totalCount: "2" as never },
      { itemsPerPage: 2 },
    ],
    [
      "when the links are no list and the page full",
      { results: items(2), links: "next" as never },
      { itemsPerPage: 2 },
    ],
    [
      "when the links have no relation and the page is full",
      { results: items(2), links: [{}, null] },
      { itemsPerPage: 2 },
    ],
    [
      "counted from where the caller began",
      { results: items(2), totalCount: 7 },
      { itemsPerPage: 2, pageNum: 3 },
    ],
  ])("%s", async (_, page, input) => {
    expect((await reading([page, last], input)).asked).toHaveLength(2);
  });
});

describe("there is no other page", () => {
  test.each<[string, unknown, PageRequest]>([
    ["when the page is empty", { results: [] }, {}],
    ["when the page is empty, whatever it says else", { results: [], links: [next], totalCount: 9 }, {}],
    ["when the answer links elsewhere only", { results: items(2), links: [self] }, { itemsPerPage: 2 }],
    ["when the count has come", { results: items(2), links: [self], totalCount: 2 }, { itemsPerPage: 2 }],
    ["when the count has come, without links", { results: items(2), totalCount: 2 }, { itemsPerPage: 2 }],
    ["when the page is not full", { results: items(1) }, { itemsPerPage: 2 }],
    [
      "counted from where the caller began",
      { results: items(2), totalCount: 6 },
      { itemsPerPage: 2, pageNum: 3 },
    ],
  ])("%s", async (_, page, input) => {
    expect((await reading([page], input)).asked).toHaveLength(1);
  });
});

test("the count is held against all pages so far", async () => {
  const { pageNums } = await reading([{ results: items(2), totalCount: 5 }], { itemsPerPage: 2 });
  // By hand: 2, 4 and 6 of 5.
  expect(pageNums).toEqual([1, 2, 3]);
});

test.each([
  ["null", null],
  ["text", "text"],
  ["a list", []],
  ["an object without results", {}],
  ["results that are null", { results: null }],
  ["results that are no list", { results: { length: 0 } }],
  ["a hole in the results", { results: [item(1), null] }],
  ["text in the results", { results: ["text"] }],
  ["a list in the results", { results: [[]] }],
])("an answer that is %s is no page, and is told of with its data", async (_, answer) => {
  const error = await failureOf(reading([answer]));
  expect(error).toBeInstanceOf(ResponseValidationError);
  expect(error).toMatchObject({
    message:
      "listThings succeeded, but its answer breaks the definition:\n" +
      "  body.results must be a list of objects (received: something else)",
    operationId: "listThings",
    data: answer,
  });
});

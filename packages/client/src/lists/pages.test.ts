import { describe, expect, test } from "vitest";
import { ResponseValidationError } from "../errors.ts";
import { failureOf } from "../testing/connect.ts";
import { type ListOptions, type Page, type PageRequest, pages } from "./pages.ts";

const item = (n: number) => ({ id: n });
const items = (count: number) => Array.from({ length: count }, (_, i) => item(i));
const self = { rel: "self" };
const next = { rel: "next" };

/** Reads a list of these answers to its end, the last one for ever; says which pages were asked for. */
async function reading(answers: unknown[], input: ListOptions = {}) {
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
    ["when the page is empty, whatever the count says", { results: [], links: [self], totalCount: 9 }, {}],
    [
      "when the count has come, whatever the links say",
      { results: items(1), links: [next], totalCount: 1 },
      {},
    ],
    ["when there is nothing, whatever the links say", { results: [], links: [next], totalCount: 0 }, {}],
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

test("the count is compared with all pages so far", async () => {
  const answers = [1, 3, 5].map((n) => ({ results: [item(n), item(n + 1)], totalCount: 5 }));
  const { pageNums } = await reading(answers, { itemsPerPage: 2 });
  // By hand: 2, 4 and 6 of 5.
  expect(pageNums).toEqual([1, 2, 3]);
});

describe("a page that was there before", () => {
  const full = { results: items(2) };

  test.each<[string, Page, ListOptions]>([
    ["when it says nothing of another one", full, { itemsPerPage: 2 }],
    ["when it links to another one", { ...full, links: [next] }, {}],
    ["when everything but its items differs", { ...full, links: [next, self] }, {}],
  ])("ends the list, and is not part of it, %s", async (_, page, input) => {
    const { read, asked } = await reading([{ ...page, links: page.links ?? [] }, page], input);
    expect([read.length, asked.length]).toEqual([1, 2]);
  });

  test("is known again by its ids, though its items have changed", async () => {
    const page = (state: string) => ({ results: [{ id: "a", state }, { id: "b" }], links: [next] });
    const { read } = await reading([page("Queued"), page("InProgress")]);
    expect(read).toHaveLength(1);
  });

  test("is known again later in the list", async () => {
    const [one, two] = [0, 2].map((n) => ({ results: [item(n), item(n + 1)], links: [next] }));
    const { read, asked } = await reading([one, two, one]);
    expect([read.length, asked.length]).toEqual([2, 3]);
  });

  test("is another one when it has another item at one end, or fewer", async () => {
    const page = (...ids: number[]) => ({ results: ids.map((id) => ({ id })), links: [next] });
    const pages = [page(1, 2, 3), page(1, 2, 4), page(0, 2, 3), page(1, 3), page(1, 2, 3)];
    expect((await reading(pages)).read).toHaveLength(4);
  });

  test.each([{ links: [next] }, { links: [self] }, {}])(
    "is reported where the count says that more are to come, with %j besides",
    async (other) => {
      const error = await failureOf(reading([{ ...full, totalCount: 3, ...other }]));
      expect(error).toBeInstanceOf(ResponseValidationError);
      expect(error).toMatchObject({
        message:
          "listThings succeeded, but its response is not as it should be:\n" +
          "  body.results must have the items that totalCount or links announce, or end the list" +
          " (received: a page that was there before)",
        operationId: "listThings",
      });
    },
  );

  test.each([{}, { totalCount: 4 }])(
    "may be another one where its items have no ids, with %j",
    async (count) => {
      const page = { results: [{ state: "Queued" }, { state: "Queued" }], ...count };
      expect(await failureOf(reading([page, page], { itemsPerPage: 2 }))).toMatchObject({
        name: "ResponseValidationError",
        violations: [{ field: "body.results[].id" }],
      });
      const bucket = { _id: "a" };
      const buckets = { results: [bucket, bucket] };
      expect((await reading([buckets, buckets], { itemsPerPage: 2 })).read).toHaveLength(1);
    },
  );

  test("is not known again by items that JSON cannot hold", async () => {
    const page = { results: [{ size: 1n }], links: [next] };
    expect((await reading([page, page, { results: [] }])).read).toHaveLength(3);
  });
});

test.each([{}, { totalCount: 9 }])(
  "an empty page that links to another one with %j is reported",
  async (count) => {
    const error = await failureOf(reading([{ results: [], links: [next], ...count }]));
    expect(error).toMatchObject({ name: "ResponseValidationError", message: /\(received: 0 items\)$/ });
  },
);

test("a list whose pages never end is reported", async () => {
  let count = 0;
  const fetchPage = async () => {
    count += 1;
    return { results: [item(count)], links: [next] };
  };
  const end = (async () => {
    for await (const _ of pages(() => "listThings", fetchPage, {}));
  })();
  expect(await failureOf(end)).toMatchObject({ name: "ResponseValidationError", operationId: "listThings" });
  expect(count).toBe(10_000);
});

describe("where something is concluded from what the list lacks", () => {
  const isProof = true;
  const one = { results: [item(1)], links: [next], totalCount: 1 };
  const two = { results: [item(2)], links: [self], totalCount: 1 };

  test("a count that is too low does not end it before its links do", async () => {
    expect((await reading([one, two], { isProof })).read).toHaveLength(2);
  });

  test.each([
    ["empty", { results: [], links: [next], totalCount: 1 }],
    ["the same", one],
  ])("a count that has come ends it when the next page is %s", async (_, last) => {
    expect((await reading([one, last], { isProof })).asked).toHaveLength(2);
  });

  test.each([{ links: [next] }, {}])(
    "a page that was there before is reported, with %j besides, since the service may ignore which one is asked for",
    async (links) => {
      const page = { results: items(2), ...links };
      expect(await failureOf(reading([page], { isProof, itemsPerPage: 2 }))).toBeInstanceOf(
        ResponseValidationError,
      );
    },
  );
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
      "listThings succeeded, but its response is not as it should be:\n" +
      "  body.results must be a list of objects (received: something else)",
    operationId: "listThings",
    data: answer,
  });
});

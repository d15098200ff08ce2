import { ResponseValidationError } from "../errors.ts";
import { missingProperties } from "../missing-properties.ts";
import { isObject } from "../schema.ts";

/** One page of any list of the API. */
export interface Page<Item = unknown> {
  results: Item[];
  totalCount?: number;
  links?: ({ rel?: string } | null)[];
}

/** Which page is asked for; the first is 1. */
export interface PageRequest {
  itemsPerPage?: number;
  pageNum?: number;
}

/** The service's own default, said out loud so that a full page can be told from the last one. */
const defaultItemsPerPage = 100;

/** How many pages are read at most: the end of a list whose pages never end. */
const maxPages = 10_000;

/** How a list is read. */
export interface ListOptions extends PageRequest {
  /**
   * Whether something is concluded from what the list lacks. Then neither `totalCount` ends it, which may be an
   * estimate, as long as a page links to the next one, nor a page that was there before.
   * @default false
   */
  isProof?: boolean;
}

/**
 * The pages of a list, each fetched when it is asked for.
 *
 * The list ends with its `totalCount`, whatever the links say. Without a count, the next page is fetched when the page
 * links to it (`rel: next`), or is full and has no links at all. An empty page ends the list, and so does one that was
 * there before.
 *
 * @param operationId of the operation that `fetchPage` calls; read after each page
 * @throws {ResponseValidationError} when a response is not a page, claims more items that do not come, or looks like an
 * earlier one because its items have no ids
 */
export async function* pages<P extends Page>(
  operationId: () => string,
  fetchPage: (request: Required<PageRequest>) => Promise<P>,
  { itemsPerPage = defaultItemsPerPage, pageNum: first = 1, isProof = false }: ListOptions,
): AsyncGenerator<P, void, undefined> {
  const known = new Set<unknown>();
  let seen = (first - 1) * itemsPerPage;
  for (let pageNum = first; ; pageNum += 1) {
    const fetched = await fetchPage({ itemsPerPage, pageNum });
    const page = requirePage(operationId(), fetched);
    const key = keyOf(page.results);
    const isRepeated = known.has(key);
    if (isRepeated && endsOf(page.results).some(isUnidentified)) throw unrecognisable(operationId(), page);
    if (!isRepeated) {
      yield page;
      known.add(key);
      seen += page.results.length;
    }
    const next = nextOf(page, { seen, itemsPerPage, isRepeated, isProof });
    if (next === "none") return;
    if (next === "claimed" || known.size === maxPages) throw endless(operationId(), page, isRepeated);
  }
}

interface Position {
  /** How many items have come so far. */
  seen: number;
  itemsPerPage: number;
  /** Whether the page was there before. */
  isRepeated: boolean;
  isProof: boolean;
}

/** Whether there is another page; `claimed` when the service says so, but this one shows that it does not come. */
function nextOf(
  { results, totalCount, links }: Page,
  { seen, itemsPerPage, isRepeated, isProof }: Position,
): "more" | "none" | "claimed" {
  // A link without a relation says nothing.
  const relations = Array.isArray(links) ? links.flatMap((link) => link?.rel ?? []) : [];
  const isLinked = relations.includes("next");
  const isCounted = typeof totalCount === "number";
  const isComplete = isCounted && seen >= totalCount;
  const isEmpty = results.length === 0;
  // A count may be an estimate, so that an empty page comes before it is reached.
  if (isEmpty) return isLinked && !isComplete ? "claimed" : "none";
  if (isRepeated) return (isCounted || isProof) && !isComplete ? "claimed" : "none";
  if (isComplete) return isLinked && isProof ? "more" : "none";
  const isFull = relations.length === 0 && results.length >= itemsPerPage;
  return isCounted || isLinked || isFull ? "more" : "none";
}

/** The first and the last item of a page, by their ids: the rest of them may change between two requests. */
function keyOf(results: unknown[]): unknown {
  const ends = endsOf(results).map((item) => Object(item).id ?? item);
  try {
    return JSON.stringify([results.length, ...ends]);
  } catch {
    // Some runtimes cannot write what is nested too deeply: it is like no other page.
    return ends;
  }
}

function endsOf(results: unknown[]): unknown[] {
  return [results[0], results.at(-1)];
}

/** Whether another item may look the same. */
function isUnidentified(item: unknown): boolean {
  const { id, _id = id } = Object(item);
  return _id === undefined;
}

function unrecognisable(operationId: string, page: Page): ResponseValidationError {
  const purpose = "whether the page was there before";
  return missingProperties(operationId, { place: "body.results[]", names: ["id"], purpose, data: page });
}

function endless(operationId: string, page: Page, isRepeated: boolean): ResponseValidationError {
  const rule = "must have the items that totalCount or links announce, or end the list";
  const given = isRepeated ? "a page that was there before" : `${page.results.length} items`;
  return new ResponseValidationError(operationId, [{ field: "body.results", rule, given }], page);
}

/**
 * The answer of a list operation, if it is one.
 *
 * @throws {ResponseValidationError} when it is none
 */
export function requirePage<P extends Page>(operationId: string, page: P): P {
  if (isPage(page)) return page;
  const violation = { field: "body.results", rule: "must be a list of objects", given: "something else" };
  throw new ResponseValidationError(operationId, [violation], page);
}

/** Whether it is what the definition says: a list with a hole in it would prove nothing about what it lacks. */
function isPage(page: unknown): boolean {
  const { results } = Object(page);
  return Array.isArray(results) && results.every(isObject);
}

import { ResponseValidationError } from "../errors.ts";
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

/**
 * The pages of a list, each fetched when it is asked for.
 *
 * There is another page when the answer links to one (`rel: next`), or when `totalCount` says that more are to come.
 * Where neither links nor a count are given, a full page is followed by another one.
 *
 * @param operationId of the operation that `fetchPage` calls; read after each page
 * @throws {ResponseValidationError} when an answer is no page
 */
export async function* pages<P extends Page>(
  operationId: () => string,
  fetchPage: (request: Required<PageRequest>) => Promise<P>,
  { itemsPerPage = defaultItemsPerPage, pageNum: first = 1 }: PageRequest,
): AsyncGenerator<P, void, undefined> {
  let seen = (first - 1) * itemsPerPage;
  for (let pageNum = first; ; pageNum += 1) {
    const fetched = await fetchPage({ itemsPerPage, pageNum });
    const page = requirePage(operationId(), fetched);
    yield page;
    seen += page.results.length;
    if (!hasNext(page, itemsPerPage, seen)) return;
  }
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

function hasNext({ results, totalCount, links }: Page, itemsPerPage: number, seen: number): boolean {
  // An empty page ends the list whatever else it says, or a wrong link would keep us here for ever.
  if (results.length === 0) return false;
  // A link without a relation says nothing.
  const relations = Array.isArray(links) ? links.flatMap((link) => link?.rel ?? []) : [];
  if (relations.includes("next")) return true;
  if (typeof totalCount === "number") return seen < totalCount;
  return relations.length === 0 && results.length >= itemsPerPage;
}

import type { Exchange, Respond } from "./exchange.ts";
import { queryValue } from "./operation.ts";
import type { MockState } from "./state.ts";

/** One page of a list, as every list of the API has it. */
interface Page<Item> {
  results: Item[];
  totalCount?: number;
  links: { rel: string; href: string }[];
}

/** The page of all items that the query asks for, with its links. */
export function pageOf<Item>(all: readonly Item[], exchange: Exchange, url: string): Page<Item> {
  const { operation, request } = exchange;
  const value = (name: string): string | undefined => queryValue(operation, request.query, name);
  const includeCount = value("includeCount") === "true";
  const itemsPerPage = Number(value("itemsPerPage"));
  const pageNum = Number(value("pageNum"));
  const link = (rel: string, query: string): { rel: string; href: string } => ({
    rel,
    href: `${request.baseUrl ?? url}${request.path}?includeCount=${includeCount}&${query}`,
  });
  // In the live service's order, which differs between the two.
  const self = link("self", `pageNum=${pageNum}&itemsPerPage=${itemsPerPage}`);
  const next = link("next", `itemsPerPage=${itemsPerPage}&pageNum=${pageNum + 1}`);
  const end = pageNum * itemsPerPage;
  return {
    results: all.slice(end - itemsPerPage, end),
    ...(includeCount && { totalCount: all.length }),
    links: end < all.length ? [self, next] : [self],
  };
}

/**
 * Takes the example of a paged list for all that there is, and answers with the page that is asked for. Other
 * operations, and requests whose `Prefer` names an answer, get what the next layer says.
 */
export function withPages(state: Pick<MockState, "url">, next: Respond): Respond {
  return async (exchange) => {
    const answer = await next(exchange);
    const { results } = Object(answer.body) as { results?: unknown };
    if (exchange.preference !== undefined || !Array.isArray(results) || !isPaged(exchange)) return answer;
    return { ...answer, body: pageOf(results, exchange, state.url) };
  };
}

function isPaged({ operation: { parameters } }: Exchange): boolean {
  return ["itemsPerPage", "pageNum"].every((name) => parameters.some((parameter) => parameter.name === name));
}

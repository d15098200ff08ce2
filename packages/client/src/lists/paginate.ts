import type { CallOptions } from "../call.ts";
import type { AtlasClient } from "../create-client.ts";
import { notingOperation } from "../last-operation.ts";
import { type Page, type PageRequest, pages } from "./pages.ts";

/**
 * All items of a paged list, each page fetched when it is asked for. Holds one page in memory.
 *
 * @param list the function of a list operation that has pages, such as `listExportBuckets`
 * @param input what that function takes; `itemsPerPage` and `pageNum` say where to begin, and in which steps to go on
 * @throws {ResponseValidationError} when an answer cannot be read as a list
 * @throws whatever the function throws
 *
 * @example
 * for await (const bucket of paginate(atlas, listExportBuckets, { groupId })) console.log(bucket.bucketName);
 */
export async function* paginate<Input extends PageRequest, Item>(
  atlas: AtlasClient,
  list: (atlas: AtlasClient, input: Input, options?: CallOptions) => Promise<Page<Item>>,
  input: NoInfer<Input>,
  options?: CallOptions,
): AsyncGenerator<Item, void, undefined> {
  const { client, operationId } = notingOperation(atlas, "paginate");
  const fetchPage = (page: Required<PageRequest>) => list(client, { ...input, ...page }, options);
  for await (const { results } of pages(operationId, fetchPage, input)) yield* results;
}

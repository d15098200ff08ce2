import type { AtlasClient } from "./create-client.ts";

/** A client, and the id of the operation that last succeeded through it. */
export interface NotingClient {
  client: AtlasClient;
  operationId(): string;
}

/**
 * Notes the operation of each success. A bundler renames functions, so the id comes from the operation that a function
 * calls.
 *
 * @param first the id before any success
 */
export function notingOperation(atlas: AtlasClient, first: string): NotingClient {
  let operationId = first;
  const client: AtlasClient = {
    ...atlas,
    checkAnswer(operation, data) {
      ({ operationId } = operation);
      return atlas.checkAnswer(operation, data);
    },
  };
  return { client, operationId: () => operationId };
}

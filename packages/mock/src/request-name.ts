import type { ExampleNames } from "./examples.gen.ts";
import type { ReceivedRequest } from "./exchange.ts";

/** The name of an operation of the definition. */
export type OperationId = keyof ExampleNames;

/** What a request can be for: an operation, or a token. */
export type RequestName = OperationId | "token";

/**
 * Tells what a request is for; of a definition that is not the own one, it can be any name. `undefined`: for nothing
 * that has one.
 */
export type NameRequest = (request: ReceivedRequest) => Promise<string | undefined>;

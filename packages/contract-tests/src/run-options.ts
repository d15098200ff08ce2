import type { LiveOptions } from "./targets/live.ts";

/** What a contract run is asked for. */
export type RunOptions =
  | { readonly target: "mock" }
  | { readonly target: "prism" }
  | ({ readonly target: "live" } & LiveOptions);

declare module "vitest" {
  interface ProvidedContext {
    run: RunOptions;
  }
}

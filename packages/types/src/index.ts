export type * from "./names.gen.ts";
export type { components, operations, paths } from "./openapi.gen.ts";

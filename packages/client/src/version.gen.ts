// Made from packages/client/package.json by `pnpm generate`. Do not edit.
export const version = "0.0.0";

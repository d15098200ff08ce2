import { expect, test } from "vitest";
import { programCall } from "./program-call.ts";

// As npm 11.19.1, pnpm 12.21.0 and bun 1.4.5 set them.
test.each([
  ["npx", "npm/11.19.1 node/v20.20.2 linux x64 workspaces/false", "exec", "npx @atlas-snapshot-export/cli"],
  ["bunx", "bun/1.4.5 npm/? node/v26.3.0 linux x64", "exec", "bunx @atlas-snapshot-export/cli"],
  ["pnpm dlx", "pnpm/12.21.0 npm/? node/? linux x64", "dlx", "pnpm dlx @atlas-snapshot-export/cli"],
  ["pnpm exec", "pnpm/12.21.0 npm/? node/? linux x64", "exec", "pnpm exec atlas-snapshot-export"],
  ["npm run", "npm/11.19.1 node/v20.20.2 linux x64 workspaces/false", "run", "atlas-snapshot-export"],
  ["an unknown runner", "x/1", "exec", "atlas-snapshot-export"],
  ["a shell", undefined, undefined, "atlas-snapshot-export"],
])("the program called by %s is called again in the same way", (_, agent, command, call) => {
  expect(programCall({ npm_config_user_agent: agent, npm_command: command })).toBe(call);
});

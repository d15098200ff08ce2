import { defineConfig, mergeConfig } from "vitest/config";
import root from "../../vitest.config.ts";

export default mergeConfig(
  root,
  // Published for bundlers: it imports a JSON file as Node does not.
  defineConfig({ test: { server: { deps: { inline: ["@actions/workflow-parser"] } } } }),
);

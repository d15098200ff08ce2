import { defineConfig } from "@hey-api/openapi-ts";

export default defineConfig({
  input: "../spec/generated/openapi.json",
  output: { path: "generated/hey-api/src", module: { extension: ".ts" } },
  // The validators are not part of its client as it comes; they are measured apart.
  plugins: ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch", "zod", "valibot"],
});

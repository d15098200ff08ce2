import { defineConfig } from "orval";

export default defineConfig({
  atlas: {
    input: "../../spec/generated/openapi.json",
    output: {
      target: "../generated/orval/src/atlas.ts",
      client: "fetch",
      baseUrl: {
        runtime: "baseUrl",
        imports: [{ name: "baseUrl", importPath: "./base-url.ts", values: true }],
      },
    },
  },
});

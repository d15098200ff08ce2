// Puts Prism into dist, beside what tsc has made: on its own it brings over a hundred packages, of versions that differ
// from one install to the next and that ask for other Nodes than ours. src/prism.ts is the only file that it is for.
import { defineConfig } from "rolldown";
import license from "rollup-plugin-license";

/** What Prism loads for proxying, random data and Postman collections, of which the mock uses nothing. */
const unused = [
  "@faker-js/faker",
  "http-proxy-agent",
  "https-proxy-agent",
  "node-fetch",
  "postman-collection",
];

const permissive = "(0BSD OR Apache-2.0 OR BSD-2-Clause OR BSD-3-Clause OR ISC OR MIT)";

export default defineConfig({
  input: "src/prism.ts",
  platform: "node",
  // Its main file requires the others in a way that no bundler can follow.
  resolve: { alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" } },
  transform: { target: "node20" },
  plugins: [
    ownModulesStay(),
    unusedIsEmpty(),
    urlsWithoutWarning(),
    license({
      thirdParty: {
        includeSelf: false,
        allow: { test: permissive, failOnUnlicensed: true, failOnViolation: true },
        output: { file: "dist/third-party-licenses.txt" },
      },
    }),
  ],
  output: {
    dir: "dist",
    cleanDir: false,
    chunkFileNames: "[name].js",
    codeSplitting: { groups: [{ name: "stoplight", test: /[\\/]node_modules[\\/]/ }] },
  },
});

/** They are in dist already, and other modules import them too. */
function ownModulesStay() {
  return {
    name: "own-modules-stay",
    resolveId(id, importer) {
      const isOwn = importer !== undefined && !/[\\/]node_modules[\\/]/.test(importer) && id.startsWith("./");
      return isOwn ? { id: id.replace(/\.ts$/, ".js"), external: true } : null;
    },
  };
}

function unusedIsEmpty() {
  return {
    name: "unused-is-empty",
    resolveId: (id) => (unused.includes(id) ? { id: `\0${id}` } : null),
    load: (id) => (unused.includes(id.slice(1)) ? { code: "module.exports = {};", moduleType: "js" } : null),
  };
}

/** Prism resolves references with `url.resolve`, of which Node warns wherever it is called outside node_modules. */
function urlsWithoutWarning() {
  const deprecated = 'exports.resolve = require("url").resolve;';
  const resolve = `exports.resolve = (from, to) => {
  const { protocol, href, pathname, search, hash } = new URL(to, new URL(from, "resolve://"));
  return protocol === "resolve:" ? pathname + search + hash : href;
};`;
  return {
    name: "urls-without-warning",
    transform: (code) => (code.includes(deprecated) ? code.replace(deprecated, resolve) : null),
  };
}

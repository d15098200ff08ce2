import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What a program weighs in bytes as a browser would load it: bundled, minified, and gzipped on the way. */
export interface Weight {
  minified: number;
  gzipped: number;
}

/**
 * Bundles a program with all that it imports.
 *
 * @param entry path of the program
 */
export async function weigh(entry: string): Promise<Weight> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  const [{ contents } = { contents: new Uint8Array() }] = outputFiles;
  return { minified: contents.length, gzipped: gzipSync(contents, { level: 9 }).length };
}

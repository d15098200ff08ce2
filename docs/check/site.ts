import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { preview } from "astro";
import { base } from "../address.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

export interface Site {
  /** The home page, with a trailing slash. */
  home: string;
  /** The address of every page. */
  pages: string[];
  close: () => Promise<void>;
}

/** Serves the built site on a free port. */
export async function serveSite(): Promise<Site> {
  const server = await preview({ root, server: { port: 0 }, logLevel: "error" });
  const home = `http://${server.host ?? "localhost"}:${server.port}${base}/`;
  const files = globSync("**/index.html", { cwd: `${root}dist` }).sort();
  return {
    home,
    pages: files.map((file) => home + file.replace(/index\.html$/, "")),
    close: () => server.stop(),
  };
}

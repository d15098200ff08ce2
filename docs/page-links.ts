import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { defineMdastPlugin, type MdastPluginEntry } from "satteri";

export interface PageLinksOptions {
  /** The folder of the site's pages. */
  content: URL;
  /** What every address of the site begins with, such as `/atlas-snapshot-export`. */
  base: string;
  /** Where the repository's files can be read, without a trailing slash. */
  repository: string;
  /** The root of the repository. */
  root: URL;
}

/**
 * Links between pages name the Markdown file, so that they lead somewhere in an editor and on GitHub, too. Here they
 * become the page's address; one to a file that is no page leads to that file in the repository.
 */
export function pageLinks({ content, base, repository, root }: PageLinksOptions): MdastPluginEntry {
  return ({ fileURL }) =>
    fileURL &&
    defineMdastPlugin({
      name: "page-links",
      link(node, context) {
        if (/^([a-z]+:|#|\/)/.test(node.url)) return;
        const target = new URL(node.url, fileURL);
        const page = pathBelow(content, target);
        const path = page === undefined ? undefined : pagePath(page);
        const address = path === undefined ? `${repository}/${pathBelow(root, target)}` : `${base}/${path}`;
        context.setProperty(node, "url", address + target.hash);
      },
    });
}

function pathBelow(folder: URL, target: URL): string | undefined {
  const path = posix.relative(fileURLToPath(folder), fileURLToPath(target));
  return path.startsWith("..") ? undefined : path;
}

/** `guides/waiting.md` is at `guides/waiting/`, `changes/index.md` at `changes/`. */
function pagePath(file: string): string {
  const path = file.toLowerCase().replace(/\.mdx?$/, "/");
  return path.replace(/(^|\/)index\/$/, "$1");
}

import { posix } from "node:path";
import { type Frontmatter, type Page, page } from "./markdown.ts";

/** Where the READMEs, which a registry shows too, take their pictures from. */
const pictures = "https://raw.githubusercontent.com/atlas-snapshot-export/atlas-snapshot-export/main/";

/**
 * A package's README as a page of the site: without its title, its links as seen from there, its pictures from the
 * repository.
 *
 * @param folder of the package, from the root of the repository
 */
export function readmePage(file: string, frontmatter: Frontmatter, folder: string, readme: string): Page {
  const toRoot = posix.relative(posix.dirname(`docs/content/docs/${file}`), "");
  const text = readme
    .replace(/^# .*\n+/, "")
    .replaceAll(pictures, `${toRoot}/`)
    .replaceAll(/\]\((?![a-z]+:|#)([^)]+)\)/g, (whole, target: string) =>
      target.startsWith(toRoot) ? whole : `](${posix.join(toRoot, folder, target)})`,
    );
  return page(file, frontmatter, text.trim());
}

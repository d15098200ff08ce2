import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import readChangesets from "@changesets/read";
import { type Page, page } from "./markdown.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The history: what the next release brings, and what each package's own change log says of the earlier ones. */
export async function changePages(): Promise<Page[]> {
  const packages = publicPackages();
  const list = packages.map(
    ({ name, description, shortName, log }) =>
      `- [${name}](${shortName}.md): ${description}${log ? "" : " (not released yet)"}`,
  );
  return [
    page(
      "changes/index.md",
      { title: "Changes", description: "What the next release brings, and what the earlier ones brought." },
      list.join("\n"),
      "## In the next release",
      (await upcomingChanges()) || "Nothing yet.",
    ),
    ...packages.map(({ name, shortName, log }) =>
      page(
        `changes/${shortName}.md`,
        { title: name, description: `The releases of ${name}.`, sidebar: { label: shortName } },
        log || "Not released yet: the first release is [in the making](index.md#in-the-next-release).",
      ),
    ),
  ];
}

interface PublicPackage {
  name: string;
  shortName: string;
  description: string;
  /** Without its heading; empty before the first release. */
  log: string;
}

function publicPackages(): PublicPackage[] {
  return globSync(["spec/package.json", "packages/*/package.json"], { cwd: root })
    .sort()
    .flatMap((file) => {
      const manifest = JSON.parse(readFileSync(`${root}${file}`, "utf8"));
      const { name, description } = manifest;
      if (manifest.private) return [];
      return [{ name, description, shortName: name.split("/").at(-1), log: changeLog(dirname(file)) }];
    });
}

function changeLog(folder: string): string {
  const file = `${root}${folder}/CHANGELOG.md`;
  return existsSync(file) ? readFileSync(file, "utf8").replace(/^# .*\n+/, "") : "";
}

/** One entry for each changeset: which packages it raises, and what it says. */
async function upcomingChanges(): Promise<string> {
  const changesets = await readChangesets(root);
  return changesets
    .map(({ releases, summary }) => {
      const raised = releases.map(({ name, type }) => `${name.split("/").at(-1)} (${type})`).join(", ");
      return `**${raised}**\n\n${summary}`;
    })
    .join("\n\n");
}

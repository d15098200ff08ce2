import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { readChangesets } from "@changesets/read";
import { type Page, page } from "./markdown.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The history: what the next release brings, and what each package's own change log says of the earlier ones. */
export async function changePages(): Promise<Page[]> {
  const released = publicPackages().filter(({ log }) => log);
  const list = released.map(
    ({ name, description, shortName }) => `- [${name}](${shortName}.md): ${description}`,
  );
  return [
    page(
      "changes/index.md",
      {
        title: "Changes",
        description: "What the next release brings, and what the earlier ones brought.",
        sidebar: { label: "Next release", order: 0 },
      },
      "## In the next release",
      (await upcomingChanges()) || "Nothing yet.",
      "## Released",
      list.join("\n") || "Nothing yet.",
    ),
    ...released.map(({ name, shortName, log }) =>
      page(
        `changes/${shortName}.md`,
        { title: name, description: `The releases of ${name}.`, sidebar: { label: shortName } },
        log,
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

/** One entry for each changeset, those that matter most first: which packages it raises, and what it says. */
async function upcomingChanges(): Promise<string> {
  const changesets = await readChangesets(root);
  return changesets
    .toSorted((one, other) => rise(other) - rise(one) || other.releases.length - one.releases.length)
    .map(({ releases, summary }) => {
      const raised = releases.map(({ name, type }) => `${name.split("/").at(-1)} (${type})`).join(", ");
      return `**${raised}**\n\n${summary}`;
    })
    .join("\n\n");
}

function rise({ releases }: Awaited<ReturnType<typeof readChangesets>>[number]): number {
  return Math.max(...releases.map(({ type }) => ["none", "patch", "minor", "major"].indexOf(type)));
}

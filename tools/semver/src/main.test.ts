import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

const here = fileURLToPath(new URL(".", import.meta.url));
const bundle = "spec/generated/openapi.json";
const changed = { from: '"maxLength": 64', to: '"maxLength": 32' };
let root: string;

// Every run is a process or several.
vi.setConfig({ testTimeout: 30_000 });

/** A repository with the script and the definition, committed on main. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "spec-changeset-"));
  cpSync(here, join(root, "tools/semver/src"), { recursive: true });
  symlinkSync(join(here, "../node_modules"), join(root, "tools/semver/node_modules"), "junction");
  mkdirSync(join(root, "spec/generated"), { recursive: true });
  mkdirSync(join(root, ".changeset"));
  write("package.json", '{ "type": "module" }\n');
  write(bundle, readFileSync(join(here, "../../..", bundle), "utf8"));
  write(".changeset/README.md", "About changesets.\n");
  write(".changeset/older.md", '---\n"@atlas-snapshot-export/spec": major\n---\n\nAn older change.\n');
  git("init", "--quiet", "--initial-branch=main");
  commit();
});

afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
}

function edit({ from, to }: { from: string; to: string }): void {
  const text = readFileSync(join(root, bundle), "utf8");
  if (!text.includes(from)) throw new Error(`the bundle does not contain ${from}`);
  write(bundle, text.replace(from, to));
}

function git(...args: string[]): void {
  const identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
  const { status, stderr } = spawnSync("git", [...identity, ...args], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

function commit(): void {
  git("add", ".");
  git("commit", "--quiet", "--message", "A commit");
}

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ["tools/semver/src/main.ts", ...args], { cwd: root, encoding: "utf8" });
}

const written = () => readdirSync(join(root, ".changeset")).filter((name) => name.startsWith("definition-"));

describe("without --check", () => {
  test("no change writes nothing", () => {
    expect(run()).toMatchObject({
      status: 0,
      stdout: "For users the definition means the same as at `main`.\n",
      stderr: "",
    });
    expect(written()).toEqual([]);
  });

  test("a change writes one changeset, a second run the same one", () => {
    edit(changed);
    expect(run().status).toBe(0);
    expect(run().status).toBe(0);
    const [name, ...others] = written();
    expect(others).toEqual([]);
    const text = readFileSync(join(root, ".changeset", name ?? ""), "utf8");
    expect(text).toContain('"@atlas-snapshot-export/mock": major\n');
    expect(text).toContain("`clusterName` takes less: `maxLength` 32, before `maxLength` 64 (`listBackup");
  });

  test("a further change replaces what an earlier run wrote, unless somebody edited it", () => {
    edit(changed);
    run();
    const [first = ""] = written();
    edit({ from: changed.to, to: '"maxLength": 16' });
    expect(run().stdout).toContain(`deleted .changeset/${first}`);
    const [second = "", ...others] = written();
    expect(others).toEqual([]);
    write(
      `.changeset/${second}`,
      `${readFileSync(join(root, ".changeset", second), "utf8")}\nSee the guide.\n`,
    );
    edit({ from: '"maxLength": 16', to: '"maxLength": 8' });
    run();
    expect(written()).toHaveLength(2);
  });

  test("a change that was taken back takes its changeset with it", () => {
    edit(changed);
    run();
    edit({ from: changed.to, to: changed.from });
    expect(run().stdout).toContain("deleted .changeset/definition-");
    expect(written()).toEqual([]);
  });
});

describe("with --check", () => {
  test("a change without a changeset fails, and nothing is written", () => {
    edit(changed);
    const { status, stdout } = run("--check");
    expect(status).toBe(1);
    expect(stdout).toContain("| spec | major | nothing ❌ |");
    expect(stdout).toContain("run `pnpm spec:changeset`");
    expect(written()).toEqual([]);
  });

  test("a change with the changeset that the command writes passes", () => {
    edit(changed);
    run();
    expect(run("--check")).toMatchObject({ status: 0, stderr: "" });
  });

  test("other words alone pass without one, and are told", () => {
    edit({ from: '"description": "The job\'s id."', to: '"description": "The id of the job."' });
    const { status, stdout } = run("--check");
    expect(status).toBe(0);
    expect(stdout).toContain("`ExportJob` is documented in other words");
  });

  test("a changeset that is too low for one package fails", () => {
    edit(changed);
    run();
    const path = join(".changeset", written()[0] ?? "");
    write(path, readFileSync(join(root, path), "utf8").replace('mock": major', 'mock": minor'));
    const { status, stdout } = run("--check");
    expect(status).toBe(1);
    expect(stdout).toContain("| mock | major | minor ❌ |");
    expect(stdout).toContain("| spec | major | major |");
  });

  test("a changeset that the base has tells of an older change, until it is edited", () => {
    edit(changed);
    write(
      ".changeset/own.md",
      '---\n"@atlas-snapshot-export/mock": major\n"@atlas-snapshot-export/client": major\n---\n',
    );
    expect(run("--check").stdout).toContain("| spec | major | nothing ❌ |");
    write(".changeset/older.md", '---\n"@atlas-snapshot-export/spec": major\n---\n\nTwo changes.\n');
    expect(run("--check").status).toBe(0);
  });
});

describe("what the definition is compared with", () => {
  test("is origin/main where there is one", () => {
    git("update-ref", "refs/remotes/origin/main", "HEAD");
    edit(changed);
    commit();
    expect(run("--check").stdout).toContain("Compared with `origin/main`");
  });

  test("is the latest release where there is no origin/main", () => {
    for (const version of ["1.9.0", "1.10.0", "1.10.0-next.1"])
      git("tag", `@atlas-snapshot-export/spec@${version}`);
    edit(changed);
    expect(run("--check").stdout).toContain("Compared with `@atlas-snapshot-export/spec@1.10.0`");
  });

  test("is the revision that --base names", () => {
    edit(changed);
    commit();
    expect(run("--check").status).toBe(0);
    expect(run("--check", "--base", "HEAD^1").status).toBe(1);
  });

  test("is the file that --base names, in JSON or YAML; every changeset counts then", () => {
    write("base.yaml", readFileSync(join(root, bundle), "utf8"));
    edit(changed);
    const { status, stdout } = run("--check", "--base", "base.yaml");
    expect(status).toBe(1);
    expect(stdout).toContain("| spec | major | major |");
  });
});

describe("a mistake is one clear message without a stack", () => {
  test.each([
    [["--base", "nowhere"], 'There is neither a file nor a git revision "nowhere" to compare with.\n'],
    [["--base", "--output=x"], /^Option '--base' argument is ambiguous\./],
    [["--base=--output=x"], 'There is neither a file nor a git revision "--output=x" to compare with.\n'],
    [["--base", "package.json"], /^package\.json is not an OpenAPI 3 definition: .*\n$/],
    [["--bas"], /^Unknown option '--bas'\n\nUsage: pnpm spec:changeset /],
  ])("%j", (args, message) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toEqual(typeof message === "string" ? message : expect.stringMatching(message));
    expect(stderr).not.toMatch(/^ +at /m);
  });

  test("a revision without the bundle is told so", () => {
    git("rm", "--quiet", "--cached", bundle);
    git("commit", "--quiet", "--message", "Without it");
    expect(run().stderr).toBe(`main has no ${bundle} to compare with.\n`);
  });

  test("a definition that is none is told so", () => {
    write(bundle, "{}");
    expect(run().stderr).toMatch(/^spec\/generated\/openapi\.json is not an OpenAPI 3 definition: .*\n$/);
  });

  test("a missing definition is told so", () => {
    rmSync(join(root, bundle));
    expect(run().stderr).toBe("There is no spec/generated/openapi.json. Make it: pnpm generate\n");
  });

  test("nothing to compare with is told, with what to do", () => {
    git("branch", "--move", "trunk");
    expect(run().stderr).toMatch(/^There is nothing to compare with: .* --base <revision or file>\.\n$/);
  });
});

import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type JobScenario, startMock } from "@atlas-snapshot-export/mock";
import { expect, test } from "vitest";
import { clusterName, environment } from "./run-example.ts";
import { readWorkflow, workflowData } from "./workflow.ts";

const path = fileURLToPath(new URL("../weekly-export.yml", import.meta.url));
const workflow = workflowData(path);
const cli = fileURLToPath(
  import.meta.resolve("@atlas-snapshot-export/cli/package.json").replace("package.json", "dist/main.js"),
);

test("GitHub's own parser has nothing against the workflow", async () => {
  const { template, errors } = await readWorkflow(path);
  expect(errors).toEqual([]);
  expect(template.jobs.map(({ id }) => String(id))).toEqual(["export", "tell"]);
});

test("the parser finds what is wrong in a workflow", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "workflow-")), "wrong.yml");
  writeFileSync(
    file,
    readFileSync(path, "utf8").replace("needs: export", "needs: exprot").replace("runs-on", "run-on"),
  );
  expect((await readWorkflow(file)).errors).not.toEqual([]);
});

test("every action is pinned to a commit", () => {
  const uses = Object.values(workflow.jobs).flatMap(({ steps = [] }) =>
    steps.flatMap((step) => step.uses ?? []),
  );
  expect(uses.length).toBeGreaterThan(0);
  for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
});

test("no job may do more than it has to, and the one with the secret nothing", () => {
  expect(workflow.permissions).toEqual({});
  expect(workflow.jobs["export"]?.permissions).toEqual({});
  expect(workflow.jobs["tell"]?.permissions).toEqual({ issues: "write" });
});

test("the export's step succeeds where the export does", async () => {
  const { exitCode, jobs } = await runStep("export", [{ example: "successful" }]);
  expect({ exitCode, jobs }).toEqual({ exitCode: 0, jobs: 1 });
});

test("the export's step fails where the export does, and leaves three lines for the issue", async () => {
  const { exitCode, outputs } = await runStep("export", [{ example: "failed" }]);
  expect(exitCode).toBe(6);
  expect(outputs).toMatch(/^report<<end-\w+\nerror: .+\n +why: .+\n +do: .+\nend-\w+\n$/);
});

test("the issue is opened once, and what comes later is a comment", async () => {
  expect((await runStep("tell")).gh).toMatch(
    /^issue list .*\nissue create --title The weekly Atlas export does not work/m,
  );
  expect((await runStep("tell", undefined, "7")).gh).toMatch(/^issue list .*\nissue comment 7 --body/m);
});

/** Runs the script of a job's last step, the mock in place of the service, and programs that write down in place of others. */
async function runStep(job: string, scenario: JobScenario = [{ example: "successful" }], openIssue = "") {
  await using mock = await startMock({ scenario: { job: scenario } });
  const folder = mkdtempSync(join(tmpdir(), "weekly-export-"));
  const file = (name: string) => join(folder, name);
  writeProgram(file("npx"), `shift 2; exec ${process.execPath} ${cli} "$@"`);
  writeProgram(file("gh"), `echo "$@" >> ${file("gh.log")}; [ "$2" != list ] || echo "${openIssue}"`);
  writeFileSync(file("gh.log"), "");
  const { PATH, ...env } = environment(mock);
  const script = workflow.jobs[job]?.steps?.at(-1)?.run ?? "";
  const exitCode = await new Promise<number>((resolve) => {
    const variables = { ...env, RUN_ID: "1", GITHUB_OUTPUT: file("outputs"), EXPORT_CLUSTER: clusterName };
    const named = {
      EXPORT_BUCKET: "acme-atlas-exports",
      TITLE: "The weekly Atlas export does not work",
      RUN_URL: "https://example.com",
    };
    execFile(
      "bash",
      ["-eo", "pipefail", "-c", script],
      { cwd: folder, env: { ...variables, ...named, PATH: `${folder}:${PATH}` } },
      (error) => resolve(error ? Number(error.code) : 0),
    );
  });
  return { exitCode, jobs: mock.jobs.length, outputs: read(file("outputs")), gh: read(file("gh.log")) };
}

function writeProgram(file: string, line: string): void {
  writeFileSync(file, `#!/usr/bin/env bash\n${line}\n`);
  chmodSync(file, 0o755);
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

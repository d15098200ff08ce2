import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type JobScenario, type Mock, startMock } from "@atlas-snapshot-export/mock";
import { describe, expect, test } from "vitest";
import { example } from "../src/mock-example.gen.ts";
import { runScript } from "./run-script.ts";
import { readWorkflow, workflowData } from "./workflow.ts";

const path = fileURLToPath(new URL("../../../examples/weekly-export.yml", import.meta.url));
const workflow = workflowData(path);

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

describe("a re-run of the export's step", () => {
  const failed = [{ example: "failed" }] as const;
  const successful = [{ example: "successful" }] as const;

  test("takes up the export of an attempt that was lost", async () => {
    await using mock = await startMock({ scenario: { job: [...successful] } });
    expect((await runIn(mock, "export", { RUN_ATTEMPT: "1" })).exitCode).toBe(0);
    const { exitCode } = await runIn(mock, "export", { RUN_ATTEMPT: "2" });
    expect({ exitCode, jobs: mock.jobs.length }).toEqual({ exitCode: 0, jobs: 1 });
  });

  test("starts a new export after a job that failed", async () => {
    await using mock = await startMock({ scenario: { job: [...successful] } });
    const customData = [{ key: "exportRequestToken", value: "weekly-1-1" }];
    mock.addJob({ ...example, ...target, customData, scenario: [...failed] });
    const { exitCode } = await runIn(mock, "export", { RUN_ATTEMPT: "2" });
    expect({ exitCode, jobs: mock.jobs.length }).toEqual({ exitCode: 0, jobs: 2 });
  });

  test("starts one new export at the most", async () => {
    await using mock = await startMock({ scenario: { job: [...failed] } });
    for (const RUN_ATTEMPT of ["1", "2", "3"]) {
      const { exitCode } = await runIn(mock, "export", { RUN_ATTEMPT });
      expect({ exitCode, jobs: mock.jobs.length }).toEqual({ exitCode: 6, jobs: Number(RUN_ATTEMPT) });
    }
  });
});

test("the issue is opened once, and what comes later is a comment", async () => {
  expect((await runStep("tell")).gh).toMatch(
    /^issue list .*\nissue create --title The weekly Atlas export does not work/m,
  );
  expect((await runStep("tell", undefined, "7")).gh).toMatch(/^issue list .*\nissue comment 7 --body/m);
});

/** A snapshot and a bucket of the definition's examples. */
const target = { snapshotId: "6ae802d65b8a4f2e917d3a64", exportBucketId: "66b1f0a97c3d5e2148fa0b92" };

async function runStep(job: string, scenario: JobScenario = [{ example: "successful" }], openIssue = "") {
  await using mock = await startMock({ scenario: { job: scenario } });
  const ran = await runIn(mock, job, {}, openIssue);
  return { ...ran, jobs: mock.jobs.length };
}

/** Runs the script of a job's last step, with a program that writes down its arguments in place of GitHub's. */
async function runIn(mock: Mock, job: string, env: Record<string, string>, openIssue = "") {
  const { exitCode, read } = await runScript(mock, workflow.jobs[job]?.steps?.at(-1)?.run ?? "", {
    env: {
      RUN_ID: "1",
      RUN_ATTEMPT: "1",
      RUN_URL: "https://example.com",
      TITLE: "The weekly Atlas export does not work",
      EXPORT_CLUSTER: example.clusterName,
      EXPORT_BUCKET: "acme-atlas-exports",
      GITHUB_OUTPUT: "outputs",
      ...env,
    },
    programs: { gh: `echo "$@" >> gh.log; [ "$2" != list ] || echo "${openIssue}"` },
  });
  return { exitCode, outputs: read("outputs"), gh: read("gh.log") };
}

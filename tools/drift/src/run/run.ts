import { fork } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Verdict } from "../verdict.ts";
import type { Job } from "./judge.ts";
import { copyWorkspace } from "./workspace.ts";

/** Runs every job in one of several copies of the project, and tells of each as it is done. */
export async function runJobs(
  root: string,
  jobs: readonly Job[],
  { workers, done }: { workers: number; done(index: number, verdicts: Verdict[]): void },
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(workers, jobs.length) }, async () => {
      const copy = copyWorkspace(root);
      const worker = fork(fileURLToPath(new URL("worker.ts", import.meta.url)), [copy], {
        // JSON would drop the files that are to be missing.
        serialization: "advanced",
      });
      try {
        while (next < jobs.length) {
          const index = next;
          next += 1;
          done(index, await ask(worker, jobs[index] as Job));
        }
      } finally {
        worker.kill();
        rmSync(copy, { recursive: true, force: true });
      }
    }),
  );
}

function ask(worker: ReturnType<typeof fork>, job: Job): Promise<Verdict[]> {
  return new Promise((resolve, reject) => {
    const exited = (code: number | null) => reject(new Error(`A worker ended with ${code}.`));
    worker.once("exit", exited);
    worker.once("message", (answer: { verdicts: Verdict[] } | { failure: string }) => {
      worker.off("exit", exited);
      if ("failure" in answer) reject(new Error(answer.failure));
      else resolve(answer.verdicts);
    });
    worker.send(job);
  });
}

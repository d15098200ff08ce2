// One process that breaks things in its own copy of the project: takes jobs by message, answers with verdicts.
import { createJudge, type Job } from "./judge.ts";
import { createTree } from "./tree.ts";

const [root = ""] = process.argv.slice(2);
process.chdir(root);
const judge = createJudge(createTree(root));

process.on("message", async (job: Job) => {
  try {
    process.send?.({ verdicts: await judge(job) });
  } catch (error) {
    process.send?.({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

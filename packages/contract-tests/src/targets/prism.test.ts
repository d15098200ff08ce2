import { contractRun } from "../contract-run.ts";
import { definition } from "../definition.ts";

await contractRun(definition, { target: "prism" });

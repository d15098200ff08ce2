import { inject } from "vitest";
import { contractRun } from "./contract-run.ts";
import { definition } from "./definition.ts";

await contractRun(definition, inject("run"));

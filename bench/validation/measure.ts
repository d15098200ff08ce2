/**
 * Lets the validators take turns at the same good request, and prints nanoseconds for each turn, as JSON.
 *
 * Run with `node --expose-gc measure.ts`.
 */
import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import { Ajv2020 } from "ajv/dist/2020.js";
import { do_not_optimize, measure } from "mitata";
import * as v from "valibot";
// The client checks by itself and exports no check.
import { checkRequest } from "../../packages/client/src/check.ts";
import { createBackupExportJob } from "../../packages/client/src/definition.gen.ts";
import { body, target } from "../calls/target.ts";
import * as valibot from "../generated/hey-api/dist/valibot.gen.js";
import * as zod from "../generated/hey-api/dist/zod.gen.js";

const rounds = 9;
const turn = { min_cpu_time: 60e6, min_samples: 12 };

const { groupId, clusterName } = target;
const path = { groupId, clusterName };

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(definition, "definition");
const checkPath = ajv.compile({
  type: "object",
  required: ["groupId", "clusterName"],
  properties: {
    groupId: { $ref: "definition#/components/parameters/groupId/schema" },
    clusterName: { $ref: "definition#/components/parameters/clusterName/schema" },
  },
});
const checkBody = ajv.compile({ $ref: "definition#/components/schemas/ExportJobRequest" });

/** Each answers, or throws when it would refuse the request. */
const validators: Record<string, () => unknown> = {
  ours: () => checkRequest(createBackupExportJob, { params: { path }, body }),
  ajv: () => (checkPath(path) && checkBody(body)) || refused(),
  zod: () => [zod.zCreateBackupExportJobPath.parse(path), zod.zCreateBackupExportJobBody.parse(body)],
  valibot: () => [
    v.parse(valibot.vCreateBackupExportJobPath, path),
    v.parse(valibot.vCreateBackupExportJobBody, body),
  ],
};

const ns: Record<string, number[]> = {};
for (let round = -1; round < rounds; round += 1) {
  for (const [name, validate] of Object.entries(validators)) {
    validate();
    // A batch that nothing disturbs; on a busy machine, the middle one is not.
    const { min } = await measure(() => do_not_optimize(validate()), turn);
    // The first round is for the compiler.
    if (round >= 0) ns[name] = [...(ns[name] ?? []), min];
  }
}
process.stdout.write(JSON.stringify(ns));

function refused(): never {
  throw new Error("the request is refused");
}

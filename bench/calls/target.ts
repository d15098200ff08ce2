import { examples } from "@atlas-snapshot-export/spec/examples";
import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import type { Body, Target } from "../clients/target.ts";

const { groupId, clusterName } = definition.components.parameters;

export const target: Omit<Target, "baseUrl"> = {
  groupId: groupId.example,
  clusterName: clusterName.example,
  clientId: "mdb_sa_id_bench",
  clientSecret: "bench",
  token: "bench",
};

export const body: Body = examples.createBackupExportJob.requests.minimal;

const { created } = examples.createBackupExportJob.responses[200];

interface Answer {
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What the service answers a create with, and a request for a token. */
const answers: Readonly<Record<"job" | "token", Answer>> = {
  job: {
    headers: { "Content-Type": "application/vnd.atlas.2023-01-01+json;charset=utf-8" },
    text: JSON.stringify(created),
  },
  token: {
    headers: { "Content-Type": "application/json" },
    text: JSON.stringify({ access_token: target.token, expires_in: 3600, token_type: "Bearer" }),
  },
};

export function answerTo(url: string): Answer {
  return url.endsWith("/oauth/token") ? answers.token : answers.job;
}

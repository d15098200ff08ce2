import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import type { RecordedRequest } from "./recorded-request.ts";
import type { Mock } from "./start-mock.ts";
import { describeViolation } from "./violation.ts";

const { groupId, clusterName } = definition.components.parameters;

/** The hosts that stand for every address of this machine. */
const EVERY_ADDRESS = ["0.0.0.0", "::"];

/** What the command says once it listens, with a call that can be pasted into a shell. */
export function describeStart({ url, credentials }: Pick<Mock, "url" | "credentials">, host: string): string {
  const { clientId, clientSecret, publicKey, privateKey } = credentials;
  const { port } = new URL(url);
  const others = EVERY_ADDRESS.includes(host)
    ? `\nOther machines and containers reach it as http://<name of this one>:${port}.`
    : "";
  return `The mock listens on ${url} (Ctrl-C ends it).${others}

  service account  ${clientId} / ${clientSecret}
  API key          ${publicKey} / ${privateKey}

curl --digest -u '${publicKey}:${privateKey}' \\
  '${url}/api/atlas/v2/groups/${groupId.example}/clusters/${clusterName.example}/backup/exports?pretty=true'

`;
}

/** One request on one line: `200 GET /api/… listBackupExportJobs`, and what it breaks. */
export function describeRequest(request: RecordedRequest): string {
  const { method, path, query, operationId, status, violations } = request;
  const target = query === "" ? path : `${path}?${query}`;
  const broken = [...violations.input, ...violations.output].map(describeViolation).join("; ");
  return [status ?? "---", method, target, operationId, broken].filter(Boolean).join(" ");
}

import type { Credentials, MockOptions } from "@atlas-snapshot-export/mock";
import type { Check, World } from "./row.ts";

/** What programs/export.js takes. */
export interface ExportInput {
  url: string;
  credentials: Credentials;
  signIn: "service account" | "API key";
  target: typeof target;
}

/** Exports in a runtime, and answers with how that ended, or with what was thrown. */
export type RunExport = (input: ExportInput) => Promise<string>;

/** What is exported, and where to: the mock has these. */
export const target = {
  groupId: "65f0c2a84d1b3e7a9c5d2f10",
  clusterName: "orders-prod",
  snapshotId: "6ae802d65b8a4f2e917d3a64",
  exportBucketId: "66b1f0a97c3d5e2148fa0b92",
};

const refusal =
  "AuthenticationError: an API key needs the hashes of Node's crypto module, which this runtime does not have: use a service account";

/** An export runs to its end, and the mock has seen nothing wrong. */
export function exportsWith(
  { startMock }: World,
  signIn: ExportInput["signIn"],
  run: RunExport,
  options: Pick<MockOptions, "cors"> = {},
): Check {
  return async () => {
    await using mock = await startMock({
      ...options,
      scenario: {
        job: [
          { example: "queued", forMs: 50 },
          { example: "inProgress", forMs: 50 },
          { example: "successful" },
        ],
      },
    });
    const { url, credentials } = mock;
    expect("the program", await run({ url, credentials, signIn, target }), "successful");
    expect("the mock's jobs", mock.jobs.map(({ state }) => state).join(), "Successful");
    const violations = mock.requests.flatMap(({ violations }) => violations.input);
    expect("violations", JSON.stringify(violations), "[]");
    return "ok";
  };
}

/** The runtime lacks what an API key needs, and the client says so before it sends anything. */
export function refusesApiKey({ startMock }: World, run: RunExport): Check {
  return async () => {
    await using mock = await startMock();
    const { url, credentials } = mock;
    expect("the program", await run({ url, credentials, signIn: "API key", target }), refusal);
    expect("requests", String(mock.requests.length), "0");
    return "refused";
  };
}

export function expect(what: string, actual: string, expected: string): void {
  if (actual !== expected) throw new Error(`${what}: expected ${expected}, got ${actual}`);
}

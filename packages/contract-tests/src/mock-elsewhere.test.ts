import { networkInterfaces } from "node:os";
import {
  createAtlasClient,
  exportSnapshot,
  listExportJobs,
  serviceAccount,
} from "@atlas-snapshot-export/client";
import { startMock } from "@atlas-snapshot-export/mock";
import { expect, test } from "vitest";

/** An address of this machine under which others reach it, as one container reaches another. */
const address = Object.values(networkInterfaces())
  .flat()
  .find((found) => found?.family === "IPv4" && !found.internal)?.address;

const input = {
  groupId: "65f0c2a84d1b3e7a9c5d2f10",
  clusterName: "orders-prod",
  snapshotId: "6ae802d65b8a4f2e917d3a64",
  exportBucketId: "66b1f0a97c3d5e2148fa0b92",
};

test.runIf(address !== undefined)(
  "a mock on every address is used over plain http from elsewhere, when the client allows it",
  async () => {
    await using mock = await startMock({ host: "0.0.0.0", scenario: { job: [{ example: "successful" }] } });
    const baseUrl = `http://${address}:${new URL(mock.url).port}`;
    const auth = serviceAccount(mock.credentials);
    expect(() => createAtlasClient({ auth, baseUrl })).toThrow("allowInsecureHttp: true");

    const atlas = createAtlasClient({ auth, baseUrl, allowInsecureHttp: true });
    expect(await exportSnapshot(atlas, input)).toMatchObject({ outcome: "successful" });
    const { groupId, clusterName } = input;
    for await (const job of listExportJobs(atlas, { groupId, clusterName }))
      expect(job.snapshotId).toBe(input.snapshotId);
    expect(mock.requests.at(-1)?.headers["host"]).toBe(new URL(baseUrl).host);
  },
);

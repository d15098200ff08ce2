import {
  createAtlasClient,
  createExportJob,
  serviceAccount,
  waitForExportJob,
} from "@atlas-snapshot-export/client";
import { startMock, testClock } from "@atlas-snapshot-export/mock";
import { examples } from "@atlas-snapshot-export/spec/examples";
import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import { expect, test } from "vitest";

const { groupId, clusterName } = definition.components.parameters;
const cluster = { groupId: groupId.example, clusterName: clusterName.example };
const { exportBucketId } = examples.createBackupExportJob.requests.minimal;

test("200 exports at once finish without a failure at a service that allows 20 requests a second", async () => {
  const clock = testClock();
  await using mock = await startMock({
    clock,
    scenario: {
      rateLimit: { requests: 20, windowMs: 1_000 },
      job: [{ example: "inProgress", forMs: 10_000 }, { example: "successful" }],
    },
  });
  const auth = serviceAccount(mock.credentials);
  const random = seeded(1);
  const atlas = createAtlasClient({ auth, baseUrl: mock.url, clock, fetch: clock.fetch, random });
  const outcomes = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const snapshotId = index.toString(16).padStart(24, "0");
      const { reference } = await createExportJob(atlas, { ...cluster, snapshotId, exportBucketId });
      const { outcome } = await waitForExportJob(atlas, reference);
      return outcome;
    }),
  );
  expect(outcomes).toEqual(Array(200).fill("successful"));
  expect(mock.jobs).toHaveLength(200);
  expect(mock.requests.some(({ status }) => status === 429)).toBe(true);
  // Some two thousand requests to a server in the same process.
}, 180_000);

/** Numbers from 0 up to 1 that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

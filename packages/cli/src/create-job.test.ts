import { createAtlasClient, serviceAccount } from "@atlas-snapshot-export/client";
import { expect, test } from "vitest";
import type { Connection } from "./connect.ts";
import { createOnce } from "./create-job.ts";
import { seed } from "./testing/jobs.ts";

test("an error that nobody expected says that there may be a job, and its key", async () => {
  const auth = serviceAccount({ clientId: "mdb_sa_id_1", clientSecret: "mdb_sa_sk_1" });
  const exchange = () => Promise.reject(new TypeError("not a function"));
  // Nothing else is looked at.
  const connection = {
    atlas: { ...createAtlasClient({ auth }), exchange },
    world: { signal: new AbortController().signal },
  } as unknown as Connection;
  await expect(createOnce(connection, { ...seed, token: "weekly-45" })).rejects.toMatchObject({
    failure: {
      exitCode: 1,
      what: `whether snapshot ${seed.snapshotId} is being exported is not known`,
      why: "TypeError: not a function",
      todo: expect.stringContaining("--idempotency-key weekly-45: it takes up the job"),
      details: { idempotencyKey: "weekly-45" },
    },
  });
});

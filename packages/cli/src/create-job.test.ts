import { createAtlasClient, serviceAccount } from "@atlas-snapshot-export/client";
import { expect, test } from "vitest";
import type { Connection } from "./connect.ts";
import { createOnce } from "./create-job.ts";
import { seed } from "./testing/jobs.ts";

test("an unexpected error before the request is sent says that there is no job, and names the key", async () => {
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
      what: `snapshot ${seed.snapshotId} was not exported`,
      why: expect.stringContaining("«not a function» came before the service took a request for it"),
      todo: "run it again with --debug, and report what it shows",
      details: { idempotencyKey: "weekly-45" },
    },
  });
});

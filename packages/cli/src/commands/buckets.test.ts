import { expect, test } from "vitest";
import { oddService } from "../testing/odd-service.ts";
import { session } from "../testing/session.ts";

test("buckets are listed with their addresses in the words of each cloud", async () => {
  await using atlas = await session();
  const { exitCode, stdout } = await atlas.run("buckets");
  expect(exitCode).toBe(0);
  expect(stdout).toBe(
    `ID                        NAME                CLOUD  ADDRESS                                                  REGION
66b1f0a97c3d5e2148fa0b92  acme-atlas-exports  AWS    s3://acme-atlas-exports                                  eu-central-1
67c02e5519ab8d0f4e7732d4  atlas-exports       AZURE  https://acmebackups.blob.core.windows.net/atlas-exports
68d9a1037be42c5f90816ea7  acme-atlas-archive  GCP    gs://acme-atlas-archive
`,
  );
});

test("with --json the buckets are as the service sent them", async () => {
  await using atlas = await session();
  const { documents } = await atlas.run("buckets --json");
  expect(documents).toMatchObject([
    {
      buckets: [
        { iamRoleId: "66b1efd27c3d5e2148fa0b10" },
        { tenantId: "4f2d9b1e-6c0a-4f7b-9a53-0d8e1c7b2a64" },
        {},
      ],
    },
  ]);
});

test("a bucket that does not say where it is has no address", async () => {
  const bucket = { _id: "67c02e5519ab8d0f4e7732d4", bucketName: "atlas-exports", cloudProvider: "AZURE" };
  const results = [
    { ...bucket, serviceUrl: 7 },
    { ...bucket, bucketName: 5 },
  ];
  const env = { MONGODB_ATLAS_BASE_URL: await oddService({ results }) };
  await using atlas = await session();
  const { exitCode, stdout, stderr } = await atlas.run("buckets", { env });
  expect(exitCode, stderr).toBe(0);
  expect(stdout.split("\n").slice(1, 3)).toEqual([
    "67c02e5519ab8d0f4e7732d4  atlas-exports  AZURE",
    "67c02e5519ab8d0f4e7732d4  5              AZURE",
  ]);
});

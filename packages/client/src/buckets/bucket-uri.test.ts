import { expect, test } from "vitest";
import type { ExportBucket } from "../index.ts";
import { awsBucket, azureBucket, gcpBucket } from "../testing/buckets.ts";
import { bucketUri } from "./bucket-uri.ts";

const prefix = "exported_snapshots/org/group/orders-prod/2026-11-02T0326/1793590867";

test.each<[string, ExportBucket, string]>([
  ["Amazon S3", awsBucket, `s3://atlas-exports/${prefix}`],
  ["Google Cloud Storage", gcpBucket, `gs://atlas-archive/${prefix}`],
  ["Azure Blob Storage", azureBucket, `https://backups.blob.core.windows.net/exports/${prefix}`],
])("in %s", (_, bucket, uri) => {
  expect(bucketUri(bucket, prefix)).toBe(uri);
});

test.each(["/", "//"])("a prefix may have %s at its ends", (slash) => {
  expect(bucketUri(awsBucket, `${slash}a/b`)).toBe("s3://atlas-exports/a/b");
  expect(bucketUri(awsBucket, `a/b${slash}`)).toBe("s3://atlas-exports/a/b");
});

test.each([undefined, "", "/"])("without a prefix (%j) it is the whole bucket", (none) => {
  expect(bucketUri(gcpBucket, none)).toBe("gs://atlas-archive");
  expect(bucketUri(azureBucket, none)).toBe("https://backups.blob.core.windows.net/exports");
});

test.each([
  "https://backups.blob.core.windows.net/",
  "https://backups.blob.core.windows.net/exports",
  "https://backups.blob.core.windows.net/exports/",
])("the container is named once in %s", (serviceUrl) => {
  expect(bucketUri({ ...azureBucket, serviceUrl }, "a")).toBe(
    "https://backups.blob.core.windows.net/exports/a",
  );
});

test("an account that ends like the container is not taken for it", () => {
  const bucket = { ...azureBucket, serviceUrl: "https://backups.blob.core.windows.net/old-exports" };
  expect(bucketUri(bucket)).toBe("https://backups.blob.core.windows.net/old-exports/exports");
});

test("a key is encoded where the address is a URL, and only there", () => {
  expect(bucketUri(azureBucket, "a#1/b?c/50%")).toBe(
    "https://backups.blob.core.windows.net/exports/a%231/b%3Fc/50%25",
  );
  expect(bucketUri(awsBucket, "a#1/b?c/50%")).toBe("s3://atlas-exports/a#1/b?c/50%");
});

test("half a surrogate pair in a key is no failure", () => {
  expect(bucketUri(azureBucket, "a\ud83d/\u{1F600}")).toBe(
    "https://backups.blob.core.windows.net/exports/a%EF%BF%BD/%F0%9F%98%80",
  );
});

test.each([
  ["a cloud that is not known", { ...awsBucket, cloudProvider: "NotInTheDefinition" }],
  ["no name", { ...awsBucket, bucketName: undefined }],
  ["an empty name", { ...gcpBucket, bucketName: "" }],
  ["no address of its account", { ...azureBucket, serviceUrl: undefined }],
  ["an empty address", { ...azureBucket, serviceUrl: "" }],
])("there is none for a bucket with %s", (_, bucket) => {
  expect(bucketUri(bucket as ExportBucket, prefix)).toBeUndefined();
});

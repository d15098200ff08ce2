import type { ExportBucket } from "@atlas-snapshot-export/types";

/**
 * Where the files of an export lie, in the words of the bucket's own cloud: `s3://bucket/prefix`, `gs://bucket/prefix`,
 * or `https://account.blob.core.windows.net/container/prefix`.
 *
 * @param prefix of an export job, with or without a slash at its ends; without one, the address is the whole bucket's
 * @returns undefined for a cloud that this version does not know, and for a bucket without a name
 *
 * @example
 * bucketUri(bucket, job.prefix); // "s3://acme-atlas-exports/exported_snapshots/…"
 */
export function bucketUri(bucket: ExportBucket, prefix = ""): string | undefined {
  const { cloudProvider, bucketName } = bucket;
  const key = prefix.replace(/^\/+|\/+$/g, "");
  if (!bucketName) return undefined;
  switch (cloudProvider) {
    case "AWS":
      return join(`s3://${bucketName}`, key);
    case "GCP":
      return join(`gs://${bucketName}`, key);
    case "AZURE":
      return bucket.serviceUrl ? join(containerUrl(bucket.serviceUrl, bucketName), encode(key)) : undefined;
    default:
      return undefined;
  }
}

/** The service knows the address of a storage account with its container's name, and without. */
function containerUrl(serviceUrl: string, container: string): string {
  const url = serviceUrl.replace(/\/+$/, "");
  return url.endsWith(`/${container}`) ? url : `${url}/${container}`;
}

/**
 * This one is a URL, where a key's own `?`, `#` and `%` would mean something else. What is no character, as UTF-8 has
 * them, becomes what stands for one.
 */
function encode(key: string): string {
  const text = key.replace(/\p{Surrogate}/gu, "\uFFFD");
  return text.split("/").map(encodeURIComponent).join("/");
}

function join(bucket: string, key: string): string {
  return key === "" ? bucket : `${bucket}/${key}`;
}

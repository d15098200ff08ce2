import type { AnySnapshot, CustomDataEntry, ExportBucket, ExportJob } from "@atlas-snapshot-export/client";
import type { ExitCode } from "./exit-code.ts";
import type { FailureDetails } from "./failure.ts";

/**
 * What `--json` prints, one to a line. `output.schema.json` says the same for other languages, and the tests hold every
 * printed document against it. Jobs, buckets and snapshots are passed on as the service sent them.
 */
export type Document =
  | { type: "jobs"; jobs: ExportJob[] }
  | { type: "job"; job: ExportJob; location: ExportLocation | null }
  | { type: "buckets"; buckets: ExportBucket[] }
  | { type: "snapshots"; snapshots: AnySnapshot[] }
  | {
      type: "plan";
      cluster: string;
      snapshot: AnySnapshot;
      bucket: ExportBucket;
      customData: CustomDataEntry[];
    }
  | { type: "existing"; cluster: string; job: ExportJob; idempotencyKey: string }
  | {
      type: "creating";
      cluster: string;
      snapshotId: string;
      exportBucketId: string;
      idempotencyKey: string | null;
    }
  | { type: "created"; job: ExportJob; idempotencyKey: string | null; isNew: boolean }
  | ({ type: "progress" } & Progress)
  | {
      type: "ended";
      outcome: "successful" | "failed" | "cancelled";
      job: ExportJob;
      location: ExportLocation | null;
    }
  | {
      type: "login";
      credential: LoginCredential;
      baseUrl: string | null;
      project: string;
      checks: LoginCheck[];
    }
  | { type: "mock"; url: string; credentials: MockCredentials; project: string; cluster: string }
  | ({ type: "error"; exitCode: ExitCode; what: string; why: string; todo: string } & FailureDetails);

export interface Progress {
  /** One that this version does not know may be among them; null when the service tells none. */
  state: string | null;
  /** Since the job was created, in milliseconds. */
  elapsedMs: number;
  /** Null when the service does not count them. */
  collections: { exported: number; total: number } | null;
  job: ExportJob;
}

/** Where the files of an export lie. */
export interface ExportLocation {
  prefix: string;
  /** The prefix in the words of the bucket's cloud, such as `s3://…`; null when the bucket cannot be read. */
  uri: string | null;
  /** The key of the object that is written last. */
  completeMarker: string;
}

export interface LoginCredential {
  kind: "service-account" | "api-key";
  /** The half that is no secret. */
  id: string;
  /** The flag or the variable that gave it. */
  from: string;
}

export interface LoginCheck {
  /** What was tried, such as `read export jobs`. */
  what: string;
  /** Null when it was not tried, or could not be. */
  allowed: boolean | null;
  /** Why not, or why that is not known. */
  note: string | null;
}

/** Good for the mock alone. */
export interface MockCredentials {
  clientId: string;
  clientSecret: string;
  publicKey: string;
  privateKey: string;
}

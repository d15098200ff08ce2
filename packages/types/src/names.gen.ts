// Made from spec/openapi.yaml by `pnpm generate`. Do not edit.
import type { components, operations, Readable, Writable } from "./openapi.gen.ts";

export type ObjectId = Readable<components["schemas"]["ObjectId"]>;
export type ObjectIdInput = Writable<components["schemas"]["ObjectId"]>;

/** Why the job is in its state. Present when the state is `Failed`. */
export type ExportJobStateReason = Readable<components["schemas"]["ExportJobStateReason"]>;

/** How far the job is. Both numbers can stay 0 from start to end, so they prove nothing about completion. */
export type ExportJobStatus = Readable<components["schemas"]["ExportJobStatus"]>;

/** One entry of custom data as the job carries it. */
export type ExportJobCustomData = Readable<components["schemas"]["ExportJobCustomData"]>;

/** The part of the job that exports one shard. */
export type ExportJobComponent = Readable<components["schemas"]["ExportJobComponent"]>;

/** A link to a related resource (RFC 5988). */
export type Link = Readable<components["schemas"]["Link"]>;

/** One export of one snapshot. */
export type ExportJob = Readable<components["schemas"]["ExportJob"]>;

/** One page of export jobs. */
export type ExportJobList = Readable<components["schemas"]["ExportJobList"]>;

/** What is wrong with one field. */
export type FieldViolation = Readable<components["schemas"]["FieldViolation"]>;

/** What is wrong with which field of a refused request. */
export type BadRequestDetail = Readable<components["schemas"]["BadRequestDetail"]>;

/** What every error answers with. */
export type ApiError = Readable<components["schemas"]["ApiError"]>;

/** One entry of custom data to write. */
export type CustomDataEntry = Writable<components["schemas"]["CustomDataEntry"]>;

/** Names the snapshot to export and the bucket that receives it. */
export type ExportJobRequest = Writable<components["schemas"]["ExportJobRequest"]>;

/** What `createBackupExportJob` takes: its parameters by name, and its body. */
export interface CreateBackupExportJobInput {
  /** The project's id. The service calls a project a group; the two words mean the same. */
  groupId: operations["createBackupExportJob"]["parameters"]["path"]["groupId"];
  /** The cluster's name, as it is shown in the project. */
  clusterName: operations["createBackupExportJob"]["parameters"]["path"]["clusterName"];
  /**
   * Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
   * @default false
   */
  envelope?: NonNullable<NonNullable<operations["createBackupExportJob"]["parameters"]["query"]>["envelope"]>;
  /** The request body. */
  body: ExportJobRequest;
}
/** What `createBackupExportJob` answers with. */
export type CreateBackupExportJobResult = ExportJob;

/** What `listBackupExportJobs` takes: its parameters by name, and its body. */
export interface ListBackupExportJobsInput {
  /** The project's id. The service calls a project a group; the two words mean the same. */
  groupId: operations["listBackupExportJobs"]["parameters"]["path"]["groupId"];
  /** The cluster's name, as it is shown in the project. */
  clusterName: operations["listBackupExportJobs"]["parameters"]["path"]["clusterName"];
  /**
   * Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
   * @default false
   */
  envelope?: NonNullable<NonNullable<operations["listBackupExportJobs"]["parameters"]["query"]>["envelope"]>;
  /**
   * Whether the list states how many items there are in all, as `totalCount`.
   * @default true
   */
  includeCount?: NonNullable<NonNullable<operations["listBackupExportJobs"]["parameters"]["query"]>["includeCount"]>;
  /**
   * How many items a page holds.
   * @default 100
   */
  itemsPerPage?: NonNullable<NonNullable<operations["listBackupExportJobs"]["parameters"]["query"]>["itemsPerPage"]>;
  /**
   * Which page to answer with, counted from 1.
   * @default 1
   */
  pageNum?: NonNullable<NonNullable<operations["listBackupExportJobs"]["parameters"]["query"]>["pageNum"]>;
  /**
   * Indents the JSON of the answer, for people.
   * @default false
   */
  pretty?: NonNullable<NonNullable<operations["listBackupExportJobs"]["parameters"]["query"]>["pretty"]>;
}
/** What `listBackupExportJobs` answers with. */
export type ListBackupExportJobsResult = ExportJobList;

/** What `getBackupExportJob` takes: its parameters by name, and its body. */
export interface GetBackupExportJobInput {
  /** The project's id. The service calls a project a group; the two words mean the same. */
  groupId: operations["getBackupExportJob"]["parameters"]["path"]["groupId"];
  /** The cluster's name, as it is shown in the project. */
  clusterName: operations["getBackupExportJob"]["parameters"]["path"]["clusterName"];
  /** The export job's id, from the answer that created it or from the list. */
  exportId: operations["getBackupExportJob"]["parameters"]["path"]["exportId"];
  /**
   * Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
   * @default false
   */
  envelope?: NonNullable<NonNullable<operations["getBackupExportJob"]["parameters"]["query"]>["envelope"]>;
}
/** What `getBackupExportJob` answers with. */
export type GetBackupExportJobResult = ExportJob;

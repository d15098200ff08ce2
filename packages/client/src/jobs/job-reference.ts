/** Where a job can be read. A job does not name its project or its cluster itself. */
export interface ExportJobReference {
  groupId: string;
  clusterName: string;
  /** The job's `id`. */
  exportId: string;
}

/** The steps of an export, in their order, and the requests that they are made of. */
export const steps = {
  "sign in": "token",
  create: "createBackupExportJob",
  reconcile: "listBackupExportJobs",
  poll: "getBackupExportJob",
} as const;

export type Step = keyof typeof steps;

/** The step that a request belongs to. */
export function stepOf(method: string | undefined, path: string): Step {
  if (path.endsWith("/token")) return "sign in";
  if (method === "POST") return "create";
  return path.endsWith("/exports") ? "reconcile" : "poll";
}

import type { ReceivedRequest } from "../exchange.ts";
import type { Operation } from "../operation.ts";

/** A role of a project. To create an export and to read how it is getting on are two; the first of these has both. */
export type Role = "Project Atlas Admin" | "Project Backup Export Operator" | "Project Backup Manager";

export const ROLES: readonly Role[] = [
  "Project Atlas Admin",
  "Project Backup Export Operator",
  "Project Backup Manager",
];

/** The roles of both credentials, or of each: one that is left out has all. */
export type Roles =
  | readonly Role[]
  | { readonly serviceAccount?: readonly Role[]; readonly apiKey?: readonly Role[] };

/** Whether the credentials of a request, which are right, have a role that the operation needs. */
export function hasRole(
  roles: Roles,
  { method, security }: Operation,
  { headers }: ReceivedRequest,
): boolean {
  if (security.length === 0) return true;
  const isApiKey = /^digest /i.test(headers["authorization"] ?? "");
  const ofCredential = "includes" in roles ? roles : isApiKey ? roles.apiKey : roles.serviceAccount;
  const needed: Role = method === "GET" ? "Project Backup Manager" : "Project Backup Export Operator";
  return (
    ofCredential === undefined ||
    ofCredential.includes("Project Atlas Admin") ||
    ofCredential.includes(needed)
  );
}

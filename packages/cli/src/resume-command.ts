import type { Connection } from "./connect.ts";

/** The command that goes on waiting for a job, from any directory and any shell that has the credential. */
export function resumeCommand(
  { groupId, flags }: Pick<Connection, "groupId" | "flags">,
  { clusterName, exportId }: { clusterName: string; exportId: string },
): string {
  const { auth, clientId, publicKey, baseUrl } = flags;
  const given = {
    project: groupId,
    cluster: clusterName,
    "base-url": baseUrl,
    auth,
    "client-id": clientId,
    "public-key": publicKey,
  };
  const words = Object.entries(given).flatMap(([name, value]) => (value ? [`--${name}`, quoted(value)] : []));
  return ["atlas-snapshot-export", "wait", quoted(exportId), ...words].join(" ");
}

/** What to do where nobody knows whether an export was created. */
export function repeatAdvice(idempotencyKey: string | false | undefined): string {
  return idempotencyKey
    ? `run the same command with --idempotency-key ${quoted(idempotencyKey)}: it takes up the job, if there is one`
    : "look for the job with `atlas-snapshot-export list` before you run the command again";
}

/** As a shell takes it for one word. */
function quoted(word: string): string {
  return /^[\w./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

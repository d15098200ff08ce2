import type { Connection } from "./connect.ts";
import { escapeControls } from "./plain-text.ts";
import { programCall } from "./program-call.ts";

/** The command that goes on waiting for a job, from any directory and any shell that has the credential. */
export function resumeCommand(
  { groupId, flags, world }: Pick<Connection, "groupId" | "flags" | "world">,
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
  return [programCall(world.env), "wait", quoted(exportId), ...words].join(" ");
}

/** The flag by which a run takes up what an earlier one created. */
export function keyFlag(idempotencyKey: string): string {
  return `--idempotency-key ${quoted(idempotencyKey)}`;
}

/** What to do where nobody knows whether an export was created. */
export function repeatAdvice(idempotencyKey: string | false | undefined): string {
  return idempotencyKey
    ? `run the same command with ${keyFlag(idempotencyKey)}: it takes up the job, if there is one`
    : "look for the job with `atlas-snapshot-export list` before you run the command again";
}

/** As a shell takes it for one word; in `$'…'` where it has control characters, which are printed as escapes. */
function quoted(word: string): string {
  if (/^[\w./:@%+=-]+$/.test(word)) return word;
  if (escapeControls(word) !== word) return `$'${escapeControls(word.replaceAll(/[\\']/g, "\\$&"))}'`;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

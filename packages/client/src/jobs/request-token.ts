import type { CustomDataEntry, ExportJob } from "@atlas-snapshot-export/types";
import { RequestValidationError } from "../errors.ts";
import { missingTexts } from "../missing-properties.ts";
import { isObject } from "../schema.ts";

/** The custom data's key for the token. */
export const tokenKey = "exportRequestToken";

/**
 * Returns the token that a job was created with, or undefined when it does not carry one.
 *
 * @example
 * for await (const job of listExportJobs(atlas, { groupId, clusterName })) console.log(job.id, requestTokenOf(job));
 */
export function requestTokenOf(job: ExportJob): string | undefined {
  return tokensOf(job).at(-1);
}

/** Whether a job was created with a token. */
export function carriesToken(job: ExportJob, token: string): boolean {
  return missingOfToken(job, token)?.length === 0;
}

/**
 * What a job lacks to decide whether it carries a token: nothing when it does. Key and value of an entry are optional, so
 * one without a key may be the token's.
 *
 * @returns undefined when it certainly does not carry the token
 */
export function missingOfToken({ customData }: ExportJob, token: string): string[] | undefined {
  if (!Array.isArray(customData)) return ["customData"];
  let missing: string[] | undefined;
  for (const entry of customData) {
    if (!isObject(entry)) continue;
    const { key, value } = entry as CustomDataEntry;
    if ((key ?? tokenKey) !== tokenKey || (value ?? token) !== token) continue;
    const names = missingTexts(entry, ["key", "value"]);
    if (names.length === 0) return [];
    missing ??= names.map((name) => `customData[].${name}`);
  }
  return missing;
}

/** Every entry counts: the caller's own custom data may already have one under the same key. */
function tokensOf({ customData }: ExportJob): string[] {
  // The service repeats what any client sent.
  const entries: (CustomDataEntry | null)[] = Array.isArray(customData) ? customData : [];
  return entries.flatMap((entry) =>
    entry?.key === tokenKey && typeof entry.value === "string" ? [entry.value] : [],
  );
}

/** Custom data with the token in it; as given when there is no token. */
export function withToken(
  customData: CustomDataEntry[] | undefined,
  token: string | undefined,
): CustomDataEntry[] | undefined {
  if (token === undefined) return customData;
  // What is not a list is left to the check, which says so.
  return [...[customData ?? []].flat(), { key: tokenKey, value: token }];
}

/**
 * The token of a request for an export: the caller's, a random one, or undefined for `false`.
 *
 * @throws {RequestValidationError} when it is empty: every other export with an empty one would be taken for this one
 */
export function tokenFor(token: string | false | undefined): string | undefined {
  if (token === false) return undefined;
  if (token !== "") return token ?? crypto.randomUUID();
  throw new RequestValidationError("createExportJob", [
    { field: "token", rule: "must not be empty", given: "a string of 0 characters" },
  ]);
}

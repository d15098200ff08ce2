/**
 * Removes `data` from an error and all its causes: where undici cannot read a response, its error holds the bytes, and
 * those of a sign-in contain a token.
 */
export function removeBytes(error: unknown, seen: Set<unknown> = new Set()): void {
  // The caller's own fetch can throw anything, even what causes itself, or throws when it is read.
  if (typeof error !== "object" || error === null || seen.has(error)) return;
  seen.add(error);
  try {
    Reflect.deleteProperty(error, "data");
    const { cause, errors } = error as { cause?: unknown; errors?: unknown };
    for (const each of [cause, errors].flat()) removeBytes(each, seen);
  } catch {}
}

const unitsMs = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1 } as const;

const form = /^(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+)s)?(?:(\d+)ms)?$/;

/** `2h`, `90m`, `1h30m`, `30s`, `500ms` in milliseconds; undefined for anything else, a bare number included. */
export function parseDuration(text: string): number | undefined {
  const [match, ...counts] = form.exec(text) ?? [];
  if (!match) return undefined;
  const units = Object.values(unitsMs);
  const ms = counts.reduce((sum, count, index) => sum + Number(count ?? 0) * (units[index] ?? 0), 0);
  return ms > 0 && Number.isSafeInteger(ms) ? ms : undefined;
}

/** A moment as the service writes it, in epoch milliseconds; NaN for anything else. */
export function momentMs(moment: unknown): number {
  return typeof moment === "string" ? Date.parse(moment) : Number.NaN;
}

/** As a clock shows it: `0:42`, `12:34`, `1:02:03`. */
export function clockTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const twoDigits = (count: number) => String(count).padStart(2, "0");
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${twoDigits(m)}:${twoDigits(s)}` : `${m}:${twoDigits(s)}`;
}

/** As it is given to a flag: `1h30m`. */
export function durationText(ms: number): string {
  let leftMs = ms;
  const parts = Object.entries(unitsMs).map(([unit, unitMs]) => {
    const count = Math.floor(leftMs / unitMs);
    leftMs -= count * unitMs;
    return count > 0 ? `${count}${unit}` : "";
  });
  return parts.join("") || "0s";
}

import type { CustomDataEntry } from "@atlas-snapshot-export/client";
import { InvalidArgumentError } from "@commander-js/extra-typings";
import { parseDuration } from "./duration.ts";
import { type JobStep, parseJobSteps } from "./job-steps.ts";

/** What the values of flags stand for; one that is written otherwise is told with how it is written. */

export function text(value: string): string {
  if (value.trim() === "")
    throw new InvalidArgumentError("It must not be empty; a variable that it comes from may not be set.");
  return value;
}

export function duration(text: string): number {
  const ms = parseDuration(text);
  if (ms === undefined) throw new InvalidArgumentError("A duration is written 2h, 90m, 1h30m or 30s.");
  return ms;
}

export function entries(text: string, before: Required<CustomDataEntry>[] = []): Required<CustomDataEntry>[] {
  // The value may hold anything, line ends and equals signs too.
  const [, key, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (key === undefined || value === undefined)
    throw new InvalidArgumentError("An entry is written key=value.");
  return [...before, { key, value }];
}

export function port(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 65_535)
    throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return number;
}

export function jobSteps(text: string): JobStep[] {
  const steps = parseJobSteps(text);
  if (!steps) throw new InvalidArgumentError("Steps are written queued:3s,inProgress:20s,failed.");
  return steps;
}

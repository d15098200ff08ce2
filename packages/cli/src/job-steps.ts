import { parseDuration } from "./duration.ts";

/** A state by the name of its example, and how long it lasts in milliseconds: the last has no end. */
export interface JobStep {
  example: string;
  forMs?: number;
}

/** `queued:3s,inProgress:20s,failed` as steps; undefined when it is written otherwise. */
export function parseJobSteps(text: string): JobStep[] | undefined {
  const parts = text.split(",");
  const steps = parts.map((part, at) => (at === parts.length - 1 ? lastStep(part) : passingStep(part)));
  return steps.every((step) => step !== undefined) ? steps : undefined;
}

function passingStep(part: string): JobStep | undefined {
  const [, example, duration] = /^(\w+):(\w+)$/.exec(part) ?? [];
  const forMs = parseDuration(duration ?? "");
  return example && forMs !== undefined ? { example, forMs } : undefined;
}

function lastStep(part: string): JobStep | undefined {
  return /^\w+$/.test(part) ? { example: part } : undefined;
}

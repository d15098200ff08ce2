import picocolors from "picocolors";
import type { Environment, OutputStream } from "./world.ts";

export type Paint = Pick<
  ReturnType<typeof picocolors.createColors>,
  "bold" | "dim" | "red" | "green" | "yellow" | "cyan"
>;

/** Colours for a terminal, and for nothing else; never with NO_COLOR (https://no-color.org). */
export function paintFor({ isTTY }: Pick<OutputStream, "isTTY">, env: Environment): Paint {
  return picocolors.createColors(isTTY === true && !env["NO_COLOR"] && env["TERM"] !== "dumb");
}

/** A job's or a snapshot's state in its colour; one that is not known has none. */
export function paintState(
  { green, red, yellow, cyan, dim }: Paint,
  state: string | undefined,
): (text: string) => string {
  switch (state) {
    case "Successful":
    case "completed":
      return green;
    case "Failed":
    case "failed":
      return red;
    case "InProgress":
    case "inProgress":
      return cyan;
    case "Queued":
    case "queued":
      return yellow;
    case "Cancelled":
      return dim;
    default:
      return String;
  }
}

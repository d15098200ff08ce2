import picocolors from "picocolors";
import { escapeControls } from "./plain-text.ts";
import type { Environment, OutputStream } from "./world.ts";

/** A line for people, in pieces. Text is escaped when the line is rendered, so any piece may come from outside. */
export type Line = string | readonly (string | Piece)[];

export interface Piece {
  text: string;
  look?: Look | undefined;
}

export type Look = "dim" | "red" | "green" | "yellow" | "cyan";

export type Colours = Pick<ReturnType<typeof picocolors.createColors>, Look>;

/** Colours for a terminal, and for nothing else; never with NO_COLOR (https://no-color.org). */
export function coloursFor({ isTTY }: Pick<OutputStream, "isTTY">, env: Environment): Colours {
  return picocolors.createColors(isTTY === true && !env["NO_COLOR"] && env["TERM"] !== "dumb");
}

/** The line as it is written: the colours are the only control characters in it. */
export function renderLine(line: Line, colours: Colours): string {
  const pieces = typeof line === "string" ? [line] : line;
  return pieces.map((piece) => renderPiece(piece, colours)).join("");
}

function renderPiece(piece: string | Piece, colours: Colours): string {
  const { text, look } = typeof piece === "string" ? { text: piece } : piece;
  const escaped = escapeControls(text);
  return look ? colours[look](escaped) : escaped;
}

/** The look of a job's or a snapshot's state; an unknown state has no look of its own. */
export function lookOfState(state: string | null | undefined): Look | undefined {
  switch (state) {
    case "Successful":
    case "completed":
      return "green";
    case "Failed":
    case "failed":
      return "red";
    case "InProgress":
    case "inProgress":
      return "cyan";
    case "Queued":
    case "queued":
      return "yellow";
    case "Cancelled":
      return "dim";
    default:
      return undefined;
  }
}

import type { Piece, Recording, Screen } from "./record.ts";

const cellWidth = 8.4;
const rowHeight = 20;
const margin = 16;

const background = "#0d1117";
const foreground = "#e6edf3";
/** The terminal's colours, by number. */
const colours: Record<number, string> = { 1: "#ff7b72", 2: "#3fb950", 3: "#d29922", 6: "#39c5cf" };

/** How long each frame but the last stays, and how long the last one does, in milliseconds. */
const frameMs = 450;
const lastFrameMs = 6_000;

/**
 * A recording as a picture that moves: each row is drawn once for as long as it looks the same. Who asked for less
 * motion sees the end.
 */
export function draw({ columns, frames }: Recording): string {
  const rows = Math.max(...frames.map(({ length }) => length));
  const width = Math.round(columns * cellWidth + 2 * margin);
  const height = rows * rowHeight + 2 * margin;
  const runs = Array.from({ length: rows }, (_, row) => runsOf(frames, row)).flat();
  const spans = [...new Set(runs.map(({ first, last }) => `${first}-${last}`))].filter(
    (span) => span !== `0-${frames.length - 1}`,
  );
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    "<!-- Made from a run against the mock by `pnpm picture`. Do not edit. -->",
    "<title>atlas-snapshot-export creates an export, follows it, and tells where its files lie</title>",
    `<style>${styles(spans, frames.length)}</style>`,
    `<rect width="100%" height="100%" rx="8" fill="${background}"/>`,
    ...runs.map(({ row, first, last, pieces }) => {
      const isMoving = spans.includes(`${first}-${last}`);
      const texts = pieces.map((piece) => drawPiece(piece, row)).join("");
      return isMoving ? `<g class="${className(first, last)}">${texts}</g>` : texts;
    }),
    "</svg>",
  ].join("\n")}\n`;
}

interface Run {
  row: number;
  first: number;
  last: number;
  pieces: readonly Piece[];
}

/** The stretches of frames over which a row looks the same, without the empty ones. */
function runsOf(frames: readonly Screen[], row: number): Run[] {
  const runs: Run[] = [];
  for (const [at, screen] of frames.entries()) {
    const pieces = screen[row] ?? [];
    const run = runs.at(-1);
    if (run && JSON.stringify(run.pieces) === JSON.stringify(pieces)) run.last = at;
    else runs.push({ row, first: at, last: at, pieces });
  }
  return runs.filter(({ pieces }) => pieces.length > 0);
}

function styles(spans: readonly string[], frameCount: number): string {
  const wholeMs = (frameCount - 1) * frameMs + lastFrameMs;
  const percent = (frame: number) => `${((Math.min(frame * frameMs, wholeMs) / wholeMs) * 100).toFixed(3)}%`;
  const animations = spans.map((span) => {
    const [first = 0, last = 0] = span.split("-").map(Number);
    const name = className(first, last);
    const isAtEnd = last === frameCount - 1;
    const steps = [
      first > 0 ? "0%{visibility:hidden}" : "",
      `${percent(first)}{visibility:visible}`,
      isAtEnd ? "" : `${percent(last + 1)}{visibility:hidden}`,
    ].join("");
    const atRest = isAtEnd ? "visible" : "hidden";
    return {
      atRest: `.${name}{visibility:${atRest}}`,
      moving: `@keyframes ${name}{${steps}}.${name}{animation:${name} ${wholeMs}ms step-end infinite}`,
    };
  });
  return [
    `text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:${foreground};white-space:pre}`,
    ...animations.map(({ atRest }) => atRest),
    `@media(prefers-reduced-motion:no-preference){${animations.map(({ moving }) => moving).join("\n")}}`,
  ].join("\n");
}

function className(first: number, last: number): string {
  return `f${first}-${last}`;
}

/** With its length said, so that no font moves what comes after it. */
function drawPiece({ column, text, colour, isDim }: Piece, row: number): string {
  const start = text.length - text.trimStart().length;
  const shown = text.trimStart();
  const x = (margin + (column + start) * cellWidth).toFixed(1);
  const y = margin + row * rowHeight + 14;
  const fill =
    colour === undefined
      ? ""
      : ` fill="${colours[colour] ?? foreground}" style="fill:${colours[colour] ?? foreground}"`;
  const opacity = isDim ? ' opacity="0.65"' : "";
  const length = (shown.length * cellWidth).toFixed(1);
  return `<text x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${fill}${opacity}>${escaped(shown)}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

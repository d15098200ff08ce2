import { startMock, testClock } from "@atlas-snapshot-export/mock";
import headless from "@xterm/headless";
import { example } from "../src/mock-example.gen.ts";
import { run } from "../src/run.ts";

/** What a terminal shows, row by row, each row as pieces of one look. */
export type Screen = readonly (readonly Piece[])[];

export interface Piece {
  /** The column of the first character. */
  column: number;
  text: string;
  colour: number | undefined;
  isDim: boolean;
}

export interface Recording {
  columns: number;
  frames: Screen[];
}

const columns = 92;

/** Ids that are random in each run, and what stands for them in the picture. */
const steadyId = "6ae80653f2c94e0d8b6a1c57";
const steadyKey = "0b7c5a52-8a5e-4d0c-9c1e-3f6f0d2b7a11";

/** How much of the run lies between two frames, in milliseconds. */
const stepMs = 75_000;

/** A run of the program against the mock, as a terminal of 92 columns shows it from step to step. */
export async function record(typed: string): Promise<Recording> {
  const { writes, newId } = await runAgainstMock(typed);
  const terminal = new headless.Terminal({
    cols: columns,
    rows: 24,
    convertEol: true,
    allowProposedApi: true,
  });
  const frames: Screen[] = [];
  for (const text of steps(typed, writes)) {
    await new Promise<void>((resolve) => terminal.write(steady(text, newId), resolve));
    frames.push(screenOf(terminal));
  }
  return { columns, frames };
}

/** What was typed, what was written in each step, and the end, each with what it adds. */
function steps(typed: string, writes: readonly Write[]): string[] {
  const endMs = writes.at(-1)?.atMs ?? 0;
  const added = new Map<number, string>([[-1, `$ ${typed.replaceAll("\n", "\n> ")}\n`]]);
  for (const { text, atMs } of writes) {
    const step = atMs === endMs ? Number.POSITIVE_INFINITY : Math.floor(atMs / stepMs);
    added.set(step, (added.get(step) ?? "") + text);
  }
  return [...added.values()];
}

function steady(text: string, newId: string): string {
  const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;
  return text.replaceAll(newId, steadyId).replaceAll(uuid, steadyKey);
}

interface Write {
  text: string;
  /** When, in milliseconds since the start of the run. */
  atMs: number;
}

/** Half an hour without a moment of it: the mock and the program go by the same clock. */
async function runAgainstMock(typed: string) {
  const clock = testClock();
  const job = [
    { example: "queued", forMs: 100_000 },
    { example: "inProgress", forMs: 1_200_000 },
    { example: "successful" },
  ] as const;
  await using mock = await startMock({ clock, scenario: { job } });
  const { clientId, clientSecret } = mock.credentials;
  const startsAtMs = clock.now();
  const writes: Write[] = [];
  const write = (text: string, done: () => void) => {
    writes.push({ text, atMs: clock.now() - startsAtMs });
    done();
  };
  const stream = { write, isTTY: true, columns };
  const [, ...args] = typed.split(/[\s\\]+/);
  await run(args, {
    env: {
      MONGODB_ATLAS_BASE_URL: mock.url,
      MONGODB_ATLAS_PROJECT_ID: example.groupId,
      MONGODB_ATLAS_CLIENT_ID: clientId,
      MONGODB_ATLAS_CLIENT_SECRET: clientSecret,
    },
    stdout: stream,
    stderr: stream,
    clock,
    proxies: "on",
    fetch: clock.fetch,
    random: () => 0.5,
    signal: new AbortController().signal,
  });
  return { writes, newId: String(mock.jobs[0]?.id) };
}

function screenOf({ buffer: { active } }: headless.Terminal): Screen {
  return Array.from({ length: active.cursorY + 1 }, (_, row) => piecesOf(active.getLine(row)));
}

function piecesOf(line: headless.IBufferLine | undefined): Piece[] {
  const pieces: Piece[] = [];
  for (let column = 0; column < (line?.length ?? 0); column += 1) {
    const cell = line?.getCell(column);
    const text = cell?.getChars() || " ";
    const colour = cell?.isFgPalette() ? cell.getFgColor() : undefined;
    const isDim = Boolean(cell?.isDim());
    const last = pieces.at(-1);
    if (last && last.colour === colour && last.isDim === isDim) last.text += text;
    else pieces.push({ column, text, colour, isDim });
  }
  return pieces.map((piece) => ({ ...piece, text: piece.text.trimEnd() })).filter(({ text }) => text !== "");
}

import type { Document } from "./documents.ts";
import { exitCodes } from "./exit-code.ts";
import type { Failure } from "./failure.ts";
import { coloursFor, type Line, renderLine } from "./line.ts";
import { plainText } from "./plain-text.ts";
import { redact } from "./redact.ts";
import type { OutputStream, World } from "./world.ts";

/** Where people read a result. */
export interface Terminal {
  /** How wide a line may be. */
  columns: number;
}

/**
 * The one place that prints: results to stdout, everything else to stderr, no secret to either, and no control character
 * that came from outside.
 */
export interface Output {
  readonly isJson: boolean;
  /** How wide the live line may be; undefined without one: it needs a terminal that nothing else prints to. */
  readonly liveColumns: number | undefined;
  /** How wide a help text may be. */
  readonly helpColumns: number;
  help(text: string): void;
  /** A result: as JSON on one line, or as lines for people. */
  result(document: Document, lines: (terminal: Terminal) => Line[]): void;
  /** Lines of a result that is not complete yet; nothing with `--json`, where the result comes whole. */
  part(lines: Line[]): void;
  /** One more document while a command is still at work; nothing without `--json`. */
  event(document: Document): void;
  /** A line for people besides the result; with `--json` only where people do not see the documents. */
  note(line: Line): void;
  /** A line for people about a failure that may follow; with `--json` also. */
  warning(text: string): void;
  /** Draws the live line over itself; an empty one takes it away. */
  live(line: Line): void;
  failure(failure: Failure): void;
  /** Only with `--debug`. */
  debug(text: string): void;
  /** Waits until everything is written, and says so where something could not be. */
  settled(): Promise<Failure | undefined>;
}

export interface OutputOptions {
  isJson: boolean;
  isDebug: boolean;
  secrets: readonly string[];
}

export function createOutput({ stdout, stderr, env }: World, options: OutputOptions): Output {
  const { isJson, isDebug, secrets } = options;
  const isPiped = isJson && !stdout.isTTY;
  // The reader of piped documents may print to this terminal at any moment, and would do so behind the live line.
  const hasLiveLine = stderr.isTTY === true && env["TERM"] !== "dumb" && !isPiped;
  const hasNotes = !isJson || (isPiped && stderr.isTTY === true);
  let drawn = "";
  let written: Promise<unknown> = Promise.resolve();
  const lost = new Map<OutputStream, string>();

  function write(stream: OutputStream, text: string): void {
    const writing = new Promise<void>((resolve) => {
      stream.write(redact(text, secrets), (error) => {
        if (error && isLoss(error)) lost.set(stream, error.message);
        resolve();
      });
    });
    written = Promise.all([written, writing]);
  }

  function render(stream: OutputStream, line: Line): string {
    return renderLine(line, coloursFor(stream, env));
  }

  function draw(text: string): void {
    if (text === drawn) return;
    drawn = text;
    write(stderr, `\r\u001b[K${text}`);
  }

  /** On a terminal both streams end up in the same place, so the live line makes room and comes back. */
  function print(stream: OutputStream, lines: readonly Line[]): void {
    if (lines.length === 0) return;
    const live = drawn;
    draw("");
    write(stream, lines.map((line) => `${render(stream, line)}\n`).join(""));
    draw(live);
  }

  const event = (document: Document) => {
    if (isJson) print(stdout, [JSON.stringify(document)]);
  };

  return {
    isJson,
    get liveColumns() {
      return hasLiveLine ? stderr.columns || 80 : undefined;
    },
    get helpColumns() {
      return stdout.columns || 80;
    },
    help: (text) => print(stdout, text.trimEnd().split("\n")),
    part(lines) {
      if (!isJson) print(stdout, lines);
    },
    result(document, lines) {
      draw("");
      if (isJson) return event(document);
      print(stdout, lines({ columns: columnsOf(stdout) }));
    },
    event,
    note(line) {
      if (hasNotes) return print(stderr, [line]);
      written = written.then(() => {
        if (lost.has(stdout)) print(stderr, [line]);
      });
    },
    warning: (text) => print(stderr, [[{ text: "warning:", look: "yellow" }, ` ${text}`]]),
    live(line) {
      if (hasLiveLine) draw(render(stderr, line));
    },
    failure({ exitCode, details, ...texts }) {
      draw("");
      const what = plainText(texts.what);
      const why = plainText(texts.why);
      const todo = plainText(texts.todo);
      event({ type: "error", exitCode, what, why, todo, ...details });
      print(stderr, [
        [{ text: "error:", look: "red" }, ` ${what}`],
        [{ text: "  why:", look: "dim" }, ` ${why}`],
        [{ text: "   do:", look: "dim" }, ` ${todo}`],
      ]);
    },
    debug(text) {
      if (isDebug)
        print(
          stderr,
          text.split("\n").map((line): Line => [{ text: `debug: ${line}`, look: "dim" }]),
        );
    },
    async settled() {
      for (let before: unknown; before !== written; ) {
        before = written;
        await before;
      }
      const losses = [...lost].map(([stream, why]) => `${stream === stdout ? "stdout" : "stderr"}: ${why}`);
      return losses.length > 0 ? unwritten(losses.join("; ")) : undefined;
    },
  };
}

/** A reader who has seen enough (`… | head`) is no loss. */
function isLoss({ code }: NodeJS.ErrnoException): boolean {
  return code !== "EPIPE";
}

function unwritten(why: string): Failure {
  return {
    exitCode: exitCodes.unexpected,
    what: "the output could not be written",
    why,
    todo: "make room for it, or send it elsewhere; what the command has done is done all the same",
  };
}

/** What is not a terminal is as wide as it has to be. A terminal that does not know its width says 0. */
function columnsOf({ isTTY, columns }: OutputStream): number {
  return isTTY ? columns || 80 : Number.POSITIVE_INFINITY;
}

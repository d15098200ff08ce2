import { KINDS, type Kind } from "../../coverage.ts";
import type { Counts, Report } from "../report.ts";
import { type Html, html } from "./html.ts";
import { counted } from "./words.ts";

/** The answer at once. */
export function verdict({ agrees, failures }: Report): string {
  return agrees ? "Everything agrees" : counted(failures.length, "disagreement");
}

const LABELS: Readonly<Record<Kind, string>> = {
  statuses: "statuses",
  examples: "examples",
  constraints: "rules of requests",
  parameters: "parameters",
  credentials: "ways to sign in",
};

/** What agrees with what, and how much of the definition was looked at. */
export function summary(report: Report): Html {
  const { at, definition, targets, suites, operations, drift, agrees } = report;
  const cases = sum(targets);
  const others = sum(suites);
  const skipped = cases.skipped > 0 && html`, ${cases.skipped} skipped for a reason`;
  return html`<header class="${agrees ? "agrees" : "disagrees"}">
<p class="overline">Contract · ${definition.title} ${definition.version} ·
  <time datetime="${at}">${at.slice(0, 16).replace("T", " ")} UTC</time></p>
<h1><i class="mark" aria-hidden="true"></i>${verdict(report)}</h1>
<p class="lead">${counted(targets.length, "witness", "witnesses")} heard on ${counted(operations.length, "operation")}:
  ${cases.passed} cases passed${cases.failed > 0 && html`, <strong>${cases.failed} failed</strong>`}${skipped}.
  ${
    others.passed + others.failed > 0 &&
    html`Beside them, ${others.passed} tests of definition and scenarios passed${
      others.failed > 0 && html`, <strong>${others.failed} failed</strong>`
    }.`
  }</p>
<dl class="figures">
${KINDS.map((kind) => figureOf(report, kind))}
${drift ? figure("drift noticed", percent(drift.score), drift.score < 1) : ""}
</dl>
</header>`;
}

/** What at least one witness was heard on. What none was asked about is a gap; what all had to skip is not. */
function figureOf({ operations }: Report, kind: Kind): Html {
  const items = operations.flatMap((operation) => operation.items).filter((item) => item.kind === kind);
  const states = items.map((item) => new Set(Object.values(item.states)));
  const heard = states.filter((state) => state.has("passed") || state.has("failed"));
  const hasGap = states.some((state) => state.has("missing") && state.size === 1);
  return figure(LABELS[kind], `${heard.length}/${items.length}`, hasGap);
}

function figure(label: string, value: string, isBad: boolean): Html {
  return html`<div><dt>${label}</dt><dd${isBad && html` class="bad"`}>${value}</dd></div>\n`;
}

function sum(all: readonly Counts[]): Counts {
  const of = (state: keyof Counts): number => all.reduce((total, counts) => total + counts[state], 0);
  return { passed: of("passed"), failed: of("failed"), skipped: of("skipped") };
}

/** Rounded down: 100% is said of nothing less. */
export function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10}%`;
}

import type { CaseReport, ItemReport, OperationReport, Report } from "../report.ts";
import { type Html, html } from "./html.ts";
import { type Cell, type Column, type Group, type Section, sectionsOf } from "./matrix.ts";
import { readRule } from "./rule.ts";
import { counted } from "./words.ts";

/** With more operations than this, only those that disagree are open at first. */
const MANY = 12;

/** What the shapes mean. */
export function legend({ targets }: Report): Html {
  const order = targets.map(({ name }) => name).join(", ");
  return html`<ul class="legend">
<li><i class="passed"></i> agrees</li>
<li><i class="failed">×</i> disagrees; leads to the difference</li>
<li><i class="skipped"></i> skipped for a reason</li>
<li><i class="missing"></i> no case</li>
<li><i class="passed head"></i> a status, parameter or scheme; the squares after it are its examples or rules</li>
${targets.length > 1 && html`<li>Each column has a row for each witness: ${order}.</li>`}
</ul>`;
}

/** One operation: its matrix, and below it what exercised each. */
export function operationSection(operation: OperationReport, { targets, operations }: Report): Html {
  const { operationId, method, path, cases } = operation;
  const names = targets.map(({ name }) => name);
  const failed = cases.filter(({ state }) => state === "failed").length;
  const isOpen = failed > 0 || operations.length <= MANY;
  return html`<details class="operation" id="${operationId}"${isOpen ? html` open` : ""}>
<summary><h3>${operationId}</h3> <code class="address"><b class="method">${method}</b> ${path}</code>
  <span class="count ${failed > 0 ? "bad" : "good"}">${failed > 0 ? `${failed} failed` : "agrees"}</span></summary>
<div class="sections">
${sectionsOf(operation, names).map((section) => sectionOf(section, names))}
</div>
${traces(operation, names)}
</details>
`;
}

function sectionOf({ label, groups }: Section, targets: readonly string[]): Html {
  return html`<h4>${label}</h4>
<div class="rows" aria-hidden="true">${targets.map((name) => html`<span>${name}</span>`)}</div>
<div class="groups">
${groups.map(groupOf)}
</div>
`;
}

function groupOf({ label, columns }: Group): Html {
  return html`<div class="group"><span class="label">${label}</span><span class="columns">${columns.map(
    columnOf,
  )}</span></div>
`;
}

function columnOf({ name, isHead, cells }: Column): Html {
  const told = `${name} – ${cells.map(({ target, state }) => `${target}: ${TOLD[state]}`).join(", ")}`;
  const role = cells.some(({ failure }) => failure) ? "group" : "img";
  return html`<span class="column${isHead && " head"}" role="${role}" aria-label="${told}" title="${told}">${cells.map(
    (cell) => cellOf(cell, name),
  )}</span>`;
}

function cellOf({ target, state, failure }: Cell, name: string): Html {
  if (failure === undefined) return html`<i class="${state}"></i>`;
  return html`<a class="failed" href="#${failure}" aria-label="${name}, ${target}: see the difference">×</a>`;
}

const TOLD: Readonly<Record<Cell["state"], string>> = {
  passed: "agrees",
  failed: "disagrees",
  skipped: "skipped",
  missing: "no case",
};

/** The matrix in words: each thing of the definition, what exercised it, and what each witness says. */
function traces({ items, cases }: OperationReport, targets: readonly string[]): Html {
  return html`<details class="traces"><summary>What exercised each of these ${items.length}</summary>
<div class="scroll" tabindex="0"><table>
<thead><tr><th scope="col">Declared</th><th scope="col">Exercised by</th>${targets.map(
    (name) => html`<th scope="col">${name}</th>`,
  )}</tr></thead>
<tbody>
${items.map((item) => traceOf(item, cases, targets))}
</tbody></table></div></details>`;
}

function traceOf(item: ItemReport, cases: readonly CaseReport[], targets: readonly string[]): Html {
  const about = item.cases.flatMap((index) => cases[index] ?? []);
  return html`<tr><th scope="row">${KIND[item.kind]} <code>${nameOf(item)}</code></th><td>${exercisedBy(about)}</td>${targets.map(
    (target) => html`<td>${TOLD[item.states[target] ?? "missing"]}</td>`,
  )}</tr>
`;
}

const KIND: Readonly<Record<ItemReport["kind"], string>> = {
  statuses: "status",
  examples: "example",
  constraints: "rule",
  parameters: "parameter",
  credentials: "sign-in",
};

function nameOf({ kind, name }: ItemReport): string {
  if (kind !== "constraints") return name;
  const { place, keyword } = readRule(name);
  return `${place} › ${keyword}`;
}

/** `answers, 3 of inputs`. */
function exercisedBy(about: readonly CaseReport[]): string {
  const groups = Map.groupBy(about, ({ group }) => group);
  return [...groups]
    .map(([group, own]) => ({ group, count: new Set(own.map(({ title }) => title)).size }))
    .map(({ group, count }) => (count === 1 ? group : `${group} (${counted(count, "case")})`))
    .join(", ");
}

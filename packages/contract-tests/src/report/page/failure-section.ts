import type { Failure, Report } from "../report.ts";
import type { Failing } from "../results.ts";
import { type Html, html } from "./html.ts";

/** With more failures than this, the differences are closed at first. */
const MANY = 30;

/** What disagrees, a line each, with the way to the difference. */
export function failureIndex({ failures }: Report): Html | undefined {
  if (failures.length === 0) return undefined;
  return html`<nav class="failures" aria-label="Disagreements"><ol>
${failures.map(
  ({ id, title, target, group, errors: [error] }) =>
    html`<li><a href="#${id}">${title}</a> <span class="tag">${target ?? group}</span>
<span class="muted">${error && gistOf(error)}</span></li>\n`,
)}
</ol></nav>`;
}

/** Each failure with the difference of what was expected and what came. */
export function failureSection({ failures }: Report): Html | undefined {
  if (failures.length === 0) return undefined;
  return html`<section aria-labelledby="differences">
<h2 id="differences">Differences</h2>
${failures.map((failure) => failureOf(failure, failures.length <= MANY))}
</section>`;
}

function failureOf({ id, operationId, title, target, group, errors }: Failure, isOpen: boolean): Html {
  return html`<details class="failure" id="${id}"${isOpen ? html` open` : ""}>
<summary><h3>${title}</h3> ${target !== null && html`<span class="tag">${target}</span>`} <span class="muted">${group}</span></summary>
${errors.map(errorOf)}
<p class="back">${operationId ? html`<a href="#${operationId}">To the operation</a>` : ""}</p>
</details>
`;
}

function errorOf(error: Failing): Html {
  const { diff, at } = error;
  return html`<p class="message">${gistOf(error)}</p>
${
  diff !== undefined &&
  html`<p class="muted diff-legend"><ins>+ came</ins> <del>− was expected</del></p>
<pre class="diff">${diff.split("\n").map(lineOf)}</pre>`
}
${at !== undefined && html`<p class="muted">packages/contract-tests/${at}</p>`}
`;
}

/** The message without what the difference shows better. */
function gistOf({ message, diff }: Failing): string {
  return diff === undefined ? message : message.replace(/: expected .*/s, "");
}

function lineOf(line: string): Html {
  if (line.startsWith("+")) return html`<ins class="line">${line}\n</ins>`;
  if (line.startsWith("-")) return html`<del class="line">${line}\n</del>`;
  return html`<span class="line">${line}\n</span>`;
}

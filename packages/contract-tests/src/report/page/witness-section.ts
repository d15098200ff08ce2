import type { Counts, Report, TargetReport } from "../report.ts";
import { type Html, html } from "./html.ts";
import { counted } from "./words.ts";

/** Who was heard, and what each could not tell. */
export function witnessSection({ targets, suites }: Report): Html {
  return html`<section aria-labelledby="witnesses">
<h2 id="witnesses">Witnesses</h2>
<ul class="witnesses">
${targets.map(witnessOf)}
</ul>
${
  suites.length > 0 &&
  html`<details class="traces"><summary>${counted(suites.length, "file")} of tests beside them</summary>
<table><tbody>
${suites.map(
  (suite) => html`<tr><th scope="row"><code>${suite.name}</code></th><td>${told(suite)}</td></tr>\n`,
)}
</tbody></table></details>`
}
</section>`;
}

function witnessOf(target: TargetReport): Html {
  const { name, title, skips, passed, failed, skipped } = target;
  const total = passed + failed + skipped;
  const part = (count: number): string => `flex-grow: ${count}`;
  return html`<li>
<h3>${name}</h3>
<p>${codeIn(title)}</p>
<p class="bar" aria-hidden="true">${[
    passed > 0 && html`<i class="passed" style="${part(passed)}"></i>`,
    failed > 0 && html`<i class="failed" style="${part(failed)}"></i>`,
    skipped > 0 && html`<i class="skipped" style="${part(skipped)}"></i>`,
  ]}</p>
<p class="muted">${total} cases: ${told(target)}</p>
${
  skips.length > 0 &&
  html`<ul class="skips">${skips.map(({ reason, cases }) => html`<li><b>${cases}</b> ${reason}</li>`)}</ul>`
}
</li>
`;
}

function told({ passed, failed, skipped }: Counts): string {
  const parts = [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`];
  return parts.filter(Boolean).join(", ");
}

/** Text in which `code` is set so. */
function codeIn(text: string): Html[] {
  return text.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}

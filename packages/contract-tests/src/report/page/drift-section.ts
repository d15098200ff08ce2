import { type Drift, type DriftCounts, driftByKind, type Mutation } from "../drift.ts";
import { type Html, html } from "./html.ts";
import { percent } from "./summary.ts";
import { counted } from "./words.ts";

/** How much of what is changed on purpose somebody notices, by what was changed. */
export function driftSection(drift: Drift | null): Html {
  return html`<section aria-labelledby="drift">
<h2 id="drift">Drift</h2>
${
  drift === null
    ? html`<p class="muted">Not measured here. <code>pnpm test:drift</code> changes definition, examples, client and
mock in small ways, one at a time, and counts who notices.</p>`
    : measured(drift)
}
</section>`;
}

function measured(drift: Drift): Html {
  const { mutations, score } = drift;
  const of = (outcome: Mutation["outcome"]): Mutation[] =>
    mutations.filter((mutation) => mutation.outcome === outcome);
  return html`<p class="lead"><strong>${percent(score)}</strong> of ${counted(mutations.length, "small change")} had the
effect that they should: an alarm, or none where the change was harmless.</p>
<div class="scroll"><table class="drift">
<thead><tr><th scope="col">Changed</th><th scope="col">Outcome</th><th scope="col" class="number">caught</th><th scope="col" class="number">survived</th><th scope="col" class="number">equivalent</th></tr></thead>
<tbody>${driftByKind(drift).map(rowOf)}</tbody></table></div>
${listOf("Survived", of("survived"), true)}
${listOf("Equivalent", of("equivalent"), false)}
${listOf("Caught", of("caught"), false)}`;
}

function rowOf({ kind, caught, survived, equivalent }: DriftCounts): Html {
  const part = (state: string, count: number): Html | false =>
    count > 0 && html`<i class="${state}" style="flex-grow: ${count}"></i>`;
  return html`<tr><th scope="row">${kind}</th>
<td class="wide"><span class="bar" aria-hidden="true">${part("passed", caught)}${part("failed", survived)}${part("skipped", equivalent)}</span></td>
<td class="number">${caught}</td><td class="number">${survived}</td><td class="number">${equivalent}</td></tr>
`;
}

function listOf(title: string, mutations: readonly Mutation[], isOpen: boolean): Html | undefined {
  if (mutations.length === 0) return undefined;
  return html`<details class="traces"${isOpen ? html` open` : ""}><summary>${title}: ${mutations.length}</summary>
<div class="scroll"><table>
<thead><tr><th scope="col">Change</th><th scope="col">Place</th><th scope="col">By what, and why</th><th scope="col" class="number">s</th></tr></thead>
<tbody>${mutations.map(mutationOf)}</tbody></table></div></details>`;
}

function mutationOf({ operator, place, caughtBy, message, reason, seconds }: Mutation): Html {
  return html`<tr><th scope="row">${operator}</th><td><code>${place}</code></td>
<td>${[caughtBy, message ?? reason].filter(Boolean).join(": ")}</td><td class="number">${seconds.toFixed(1)}</td></tr>
`;
}

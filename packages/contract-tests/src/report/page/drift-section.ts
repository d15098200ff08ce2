import {
  type Drift,
  type DriftCounts,
  driftByKind,
  isAsWanted,
  isOtherwise,
  type Mutation,
} from "../drift.ts";
import { type Html, html } from "./html.ts";
import { inSteps } from "./place.ts";
import { percent } from "./summary.ts";

/** How much of what is changed on purpose somebody notices, by what was changed. */
export function driftSection(drift: Drift | null): Html {
  return html`<section aria-labelledby="drift">
<h2 id="drift">Drift</h2>
${drift === null ? NOT_MEASURED : measured(drift)}
</section>`;
}

const NOT_MEASURED = html`<p class="muted">Not measured here. <code>pnpm test:drift</code> changes definition, examples,
client and mock in small ways, one at a time, and counts who notices.</p>`;

function measured(drift: Drift): Html {
  const { mutations, score } = drift;
  return html`<p class="lead"><strong>${percent(score)}</strong> of the small changes that mean something were noticed.</p>
<div class="scroll" tabindex="0"><table class="drift">
<thead><tr><th scope="col">Changed</th><th scope="col">Outcome</th><th scope="col" class="number">as it should be</th><th scope="col" class="number">not</th><th scope="col" class="number">equivalent</th></tr></thead>
<tbody>${driftByKind(drift).map(rowOf)}</tbody></table></div>
${listOf("Not as it should be", mutations.filter(isOtherwise), true)}
${listOf(
  "Equivalent",
  mutations.filter(({ outcome }) => outcome === "equivalent"),
  false,
)}
${listOf("As it should be", mutations.filter(isAsWanted), false)}`;
}

function rowOf({ kind, asWanted, otherwise, equivalent }: DriftCounts): Html {
  const part = (state: string, count: number): Html | false =>
    count > 0 && html`<i class="${state}" style="flex-grow: ${count}"></i>`;
  return html`<tr><th scope="row">${LABELS[kind] ?? kind}</th>
<td class="wide"><span class="bar" aria-hidden="true">${part("passed", asWanted)}${part("failed", otherwise)}${part("skipped", equivalent)}</span></td>
<td class="number">${asWanted}</td><td class="number">${otherwise}</td><td class="number">${equivalent}</td></tr>
`;
}

const LABELS: Readonly<Record<string, string>> = { harmless: "nothing that matters" };

function listOf(title: string, mutations: readonly Mutation[], isOpen: boolean): Html | undefined {
  if (mutations.length === 0) return undefined;
  return html`<details class="traces"${isOpen && html` open`}><summary>${title}: ${mutations.length}</summary>
<div class="scroll" tabindex="0"><table>
<thead><tr><th scope="col">Change</th><th scope="col">Place</th><th scope="col">Who noticed, and what they said</th><th scope="col" class="number">s</th></tr></thead>
<tbody>${mutations.map(mutationOf)}</tbody></table></div></details>
`;
}

function mutationOf({ operator, generated, place, caughtBy, message, reason, seconds }: Mutation): Html {
  const said = message?.split("\n", 2).join(" – ");
  return html`<tr><th scope="row">${operator}${generated && ", generated"}</th><td><code>${inSteps(place)}</code></td>
<td>${[caughtBy, said, reason].filter(Boolean).join(": ")}</td><td class="number">${seconds.toFixed(1)}</td></tr>
`;
}

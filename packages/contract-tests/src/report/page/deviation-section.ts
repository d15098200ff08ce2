import type { DatedDeviation } from "../deviations.ts";
import { type Html, html } from "./html.ts";
import { inSteps } from "./place.ts";
import { counted } from "./words.ts";

/** Where the definition knowingly differs from the vendor's file, and since when. */
export function deviationSection(deviations: readonly DatedDeviation[]): Html {
  const oldest = Math.max(1, ...deviations.map(({ ageDays }) => ageDays));
  return html`<section aria-labelledby="deviations">
<h2 id="deviations">Deviations from the vendor</h2>
<p class="muted">${counted(deviations.length, "difference")} from the file that the vendor publishes, each decided on its day;
<code>pnpm check:upstream</code> tells of any other.</p>
<div class="scroll" tabindex="0"><table class="deviations">
<thead><tr><th scope="col">Age</th><th scope="col">Place</th><th scope="col">Kind</th><th scope="col">Why</th></tr></thead>
<tbody>${deviations.map((deviation) => rowOf(deviation, oldest))}</tbody>
</table></div>
</section>`;
}

function rowOf({ place, kind, reason, date, ageDays }: DatedDeviation, oldest: number): Html {
  const share = Math.round((ageDays / oldest) * 100);
  return html`<tr><td class="age" title="since ${date}"><span>${counted(ageDays, "day")}</span><i style="width: ${share}%"></i></td>
<th scope="row"><code>${inSteps(place)}</code></th><td class="kind">${kind}</td><td>${reason}</td></tr>
`;
}

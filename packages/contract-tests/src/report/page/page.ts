import type { Report } from "../report.ts";
import { deviationSection } from "./deviation-section.ts";
import { driftSection } from "./drift-section.ts";
import { failureIndex, failureSection } from "./failure-section.ts";
import { html, trusted } from "./html.ts";
import { legend, operationSection } from "./operation-section.ts";
import { summary, verdict } from "./summary.ts";
import { witnessSection } from "./witness-section.ts";

/** The report as one page that needs nothing else: no script, and no request. */
export function pageOf(report: Report, style: string): string {
  const { title, version } = report.definition;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${verdict(report)} – ${title} ${version}</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
<main>
${summary(report)}
${failureIndex(report)}
<section aria-labelledby="operations">
<h2 id="operations">Operations</h2>
${legend(report)}
${report.operations.map((operation) => operationSection(operation, report))}
</section>
${failureSection(report)}
${witnessSection(report)}
${driftSection(report.drift)}
${deviationSection(report.deviations)}
</main>
</body>
</html>
`.html;
}

import axe, { type RunOptions } from "axe-core";
import type { Browser, Page } from "playwright-core";
import type { Site } from "./site.ts";

/** What one page shows of itself. */
export interface Visit {
  url: string;
  ids: string[];
  links: string[];
  /** How wide it is on a phone of 360 pixels. */
  width: number;
  /** What axe finds in light colours, and what of it depends on the colours in dark ones. */
  barriers: string[];
  /** Errors, in the console too, and requests to other hosts. */
  incidents: string[];
}

/** Looks at every page once, on a phone. */
export async function visitAll(browser: Browser, { home, pages }: Site): Promise<Visit[]> {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, colorScheme: "light" });
  let incidents: string[] = [];
  watch(page, new URL(home).origin, (incident) => incidents.push(incident));
  const visits: Visit[] = [];
  for (const url of pages) {
    incidents = [];
    await page.goto(url);
    const seen = await page.evaluate(look);
    visits.push({ url, ...seen, barriers: await barriers(page), incidents });
  }
  await page.close();
  return visits;
}

function watch(page: Page, origin: string, tell: (incident: string) => void): void {
  page.on("pageerror", ({ message }) => tell(message));
  page.on("console", (message) => {
    if (message.type() === "error") tell(message.text());
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol !== "data:" && url.origin !== origin) tell(`asks for ${url.href}`);
  });
}

/** Runs in the page. */
function look(): Pick<Visit, "ids" | "links" | "width"> {
  return {
    ids: [...document.querySelectorAll("[id]")].map(({ id }) => id),
    links: [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map(({ href }) => href),
    width: document.documentElement.scrollWidth,
  };
}

async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const light = await page.evaluate(runAxe, {});
  await page.evaluate(() => {
    document.documentElement.dataset["theme"] = "dark";
  });
  const dark = await page.evaluate(runAxe, { runOnly: ["color-contrast"] });
  return [...light, ...dark];
}

/** Runs in the page, which has axe by then. */
async function runAxe(options: RunOptions): Promise<string[]> {
  const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(options);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(" ")}`));
}

import axe from "axe-core";
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
    // The list of all pages is the same on each, and most of its elements.
    const exclude = visits.length === 0 ? [] : ["nav.sidebar"];
    visits.push({ url, ...seen, barriers: await barriers(page, exclude), incidents });
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

async function barriers(page: Page, exclude: string[]): Promise<string[]> {
  await page.evaluate(axe.source);
  const light = await page.evaluate(runAxe, { exclude, rules: [] });
  await page.evaluate(() => {
    document.documentElement.dataset["theme"] = "dark";
  });
  const dark = await page.evaluate(runAxe, { exclude, rules: ["color-contrast"] });
  return [...light, ...dark];
}

/** Runs in the page, which has axe by then. All rules when none is given. */
async function runAxe({ exclude, rules }: { exclude: string[]; rules: string[] }): Promise<string[]> {
  const { axe: loaded } = globalThis as unknown as { axe: typeof axe };
  const context = { include: ["html"], exclude };
  const { violations } = await loaded.run(context, rules.length > 0 ? { runOnly: rules } : {});
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(" ")}`));
}

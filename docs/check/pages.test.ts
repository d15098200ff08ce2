import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, launch } from "./browser.ts";
import { type Site, serveSite } from "./site.ts";
import { type Visit, visitAll } from "./tour.ts";

describe.skipIf(!chromiumPath)("every page", () => {
  let site: Site;
  let browser: Browser;
  let visits: Visit[];

  beforeAll(async () => {
    site = await serveSite();
    browser = await launch();
    visits = await visitAll(browser, site);
  }, 1_800_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  test("leads only to pages and places that are there", () => {
    const places = new Map(visits.map(({ url, ids }) => [url, new Set(ids)]));
    const isBroken = (link: string) => {
      const [url = "", id = ""] = link.split("#");
      if (!url.startsWith(site.home) || /\.(xml|svg|txt)$/.test(url)) return false;
      return !places.get(url) || (id !== "" && !places.get(url)?.has(decodeURIComponent(id)));
    };
    expect(tell(({ links }) => links.filter(isBroken))).toEqual([]);
  });

  test("has no barrier that axe knows of, in light and in dark colours", () => {
    expect(tell(({ barriers }) => barriers)).toEqual([]);
  });

  test("fits a phone without scrolling sideways", () => {
    expect(tell(({ width }) => (width > 360 ? [`${width} pixels`] : []))).toEqual([]);
  });

  test("reports no error, and asks no other host for anything", () => {
    expect(tell(({ incidents }) => incidents)).toEqual([]);
  });

  function tell(of: (visit: Visit) => string[]): string[] {
    return visits.flatMap((visit) => [...new Set(of(visit))].map((what) => `${visit.url}: ${what}`));
  }
});

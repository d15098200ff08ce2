import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, launch } from "./browser.ts";
import { type Site, serveSite } from "./site.ts";

describe.skipIf(!chromiumPath)("whoever reads the site", () => {
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    site = await serveSite();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(path: string, options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
    const page = await browser.newPage(options);
    await page.goto(site.home + path);
    return page;
  }

  test("finds a function by the keyboard alone, without a service", async () => {
    const page = await open("start/");
    const hosts = new Set<string>();
    page.on("request", (request) => hosts.add(new URL(request.url()).host));
    await page.locator("dialog input").waitFor({ state: "attached" });
    await page.keyboard.press("Control+k");
    await page.keyboard.type("waitForExportJob");
    const result = page.locator("a.pagefind-ui__result-link", { hasText: /^waitForExportJob$/ }).first();
    await result.waitFor();
    await result.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/reference/client/functions/waitforexportjob/**");
    expect([...hosts]).toEqual([new URL(site.home).host]);
  });

  test("reads which errors a function throws, each with a page of its own", async () => {
    const page = await open("reference/client/functions/createexportjob/");
    const throws = page.locator("h2#throws ~ ul, .sl-heading-wrapper:has(#throws) ~ ul").first();
    const links = await throws.getByRole("link").allTextContents();
    expect(links).toEqual([
      "ExportCreationError",
      "AtlasApiError",
      "RequestValidationError",
      "AuthenticationError",
      "NetworkError",
      "ResponseValidationError",
    ]);
  });

  test("comes to the text with the first press of Tab, and sees where the focus is", async () => {
    const page = await open("start/");
    await page.keyboard.press("Tab");
    const skip = page.locator(":focus");
    expect(await skip.textContent()).toContain("Skip to content");
    await page.keyboard.press("Enter");
    expect(page.url()).toMatch(/#_top$/);
    for (let press = 0; press < 12; press += 1) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(hasVisibleFocus)).toBe(true);
    }
  });

  test("opens the list of pages on a phone by the keyboard", async () => {
    const page = await open("start/", { viewport: { width: 360, height: 740 } });
    const neverTwice = page.locator("nav.sidebar").getByRole("link", { name: "Never twice" });
    expect(await neverTwice.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Menu" }).focus();
    await page.keyboard.press("Enter");
    await neverTwice.waitFor();
  });

  test.each([
    ["light", 255],
    ["dark", 0],
  ] as const)("gets %s colours where the system has them", async (colorScheme, extreme) => {
    const page = await open("start/", { colorScheme });
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const channels = (background.match(/\d+/g) ?? []).slice(0, 3).map(Number);
    for (const channel of channels) expect(Math.abs(channel - extreme)).toBeLessThan(64);
  });

  test("can read the site without scripts", async () => {
    const page = await open("guides/never-twice/", { javaScriptEnabled: false });
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Never twice");
    expect(await page.getByRole("link", { name: "Waiting" }).first().isVisible()).toBe(true);
  });
});

/** Runs in the page. */
function hasVisibleFocus(): boolean {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return false;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
  return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
}

// The page as a person sees it: in a browser, wide and narrow, light and dark, by hand and by keyboard.
import { accessSync, constants } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Report } from "../report.ts";
import { contentResults, MOCK, PRISM, sampleReport, withOutcome } from "../testing/sample-report.ts";
import { pageOf } from "./page.ts";

const executablePath = process.env["CHROMIUM"] ?? installed("chromium", "chromium-browser", "google-chrome");
const why = executablePath ? "" : " (skipped: needs Chromium, Debian's package chromium)";
if (why) console.warn(`the report in a browser${why}`);

const content = [...contentResults(MOCK), ...contentResults(PRISM)];
const FAILURE = {
  message: "the answer of 200: body.state must be known (enum): expected [ …(1) ] to deeply equal []",
  diff: '- []\n+ [\n+   "the answer of 200: body.state must be known (enum)",\n+ ]',
  at: "src/wire.ts:25",
};
const disagreeing = [
  ...contentResults(MOCK),
  ...withOutcome(contentResults(PRISM), "getThing › 200 › <bold>", "failed", { errors: [FAILURE] }),
];

describe.skipIf(executablePath === undefined)(`the report in a browser${why}`, () => {
  let browser: Browser;
  let style: string;

  beforeAll(async () => {
    style = await readFile(new URL("page.css", import.meta.url), "utf8");
    const args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
    const quiet = [...args, "--disable-component-update", "--disable-sync"];
    // Only reached where there is one.
    browser = await chromium.launch({
      executablePath: String(executablePath),
      args: quiet,
      chromiumSandbox: false,
    });
  });
  afterAll(() => browser.close());

  /** Opens a report, and fails the test if anything is printed to the console or asked of anybody. */
  async function open(report: Report, options: BrowserContextOptions = {}): Promise<Page> {
    const directory = await mkdtemp(join(tmpdir(), "report-"));
    const file = join(directory, "index.html");
    await writeFile(file, pageOf(report, style));
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    const noise: string[] = [];
    page.on("console", (message) => noise.push(message.text()));
    page.on("pageerror", (error) => noise.push(error.message));
    page.on("request", (request) => noise.push(request.url()));
    onTestFinished(async () => {
      await page.close();
      await rm(directory, { recursive: true });
    });
    const url = pathToFileURL(file).href;
    await page.goto(url);
    expect(noise.filter((line) => line !== url && !line.startsWith("data:"))).toEqual([]);
    return page;
  }

  test("says at once that everything agrees", async () => {
    const page = await open(sampleReport({ results: content }));
    expect(await page.title()).toBe("Everything agrees – Things 1.2.3");
    expect(await page.locator("h1").textContent()).toBe("Everything agrees");
    expect(await page.locator(".operation a").count()).toBe(0);
  });

  test("says at once that something disagrees, and leads from the list to the difference", async () => {
    const page = await open(sampleReport({ results: disagreeing }));
    expect(await page.title()).toBe("1 disagreement – Things 1.2.3");
    const link = page.getByRole("navigation").getByRole("link", { name: "getThing › 200 › <bold>" });
    await link.click();
    await expectDifferenceInView(page);
  });

  test("shows the failing case in the matrix, and leads from it to the difference", async () => {
    const page = await open(sampleReport({ results: disagreeing }));
    const cell = page.getByRole("link", { name: "example 200 <bold>, prism: see the difference" });
    expect(await cell.isVisible()).toBe(true);
    expect(await cell.textContent()).toBe("×");
    await cell.click();
    await expectDifferenceInView(page);
  });

  test("leads there by keyboard too", async () => {
    const page = await open(sampleReport({ results: disagreeing }));
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press("Tab");
      if (await focused()) break;
    }
    expect(await focused()).toBe("status 200, prism: see the difference");
    await page.keyboard.press("Enter");
    await expectDifferenceInView(page);
  });

  test("tells in words what exercised each thing", async () => {
    const page = await open(sampleReport({ results: disagreeing }));
    await page.getByText("What exercised each of these 9").click();
    const row = page.getByRole("row", { name: "status 200" });
    expect(await row.getByRole("cell").allTextContents()).toEqual([
      "answers (2 cases), inputs",
      "agrees",
      "disagrees",
    ]);
  });

  test("shows the drift by kind, what survived, and how old each deviation is", async () => {
    const page = await open(sampleReport({ results: content }));
    const drift = page.getByRole("region", { name: "Drift" });
    const counts = (name: string) =>
      drift.getByRole("row", { name }).first().getByRole("cell", { includeHidden: false }).allTextContents();
    expect(await counts("client")).toEqual(["", "0", "1", "0"]);
    expect(await counts("nothing that matters")).toEqual(["", "1", "0", "0"]);
    expect(await drift.getByText("Not as it should be: 1").isVisible()).toBe(true);
    const deviations = page.getByRole("region", { name: "Deviations from the vendor" });
    expect(await deviations.getByText("10 days").isVisible()).toBe(true);
  });

  describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
    test.each([1280, 390])("breaks no rule of accessibility %i pixels wide", async (width) => {
      const page = await open(sampleReport({ results: disagreeing }), {
        colorScheme,
        viewport: { width, height: 900 },
      });
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      await page.addScriptTag({ path: createRequire(import.meta.url).resolve("axe-core") });
      // What the script that was just loaded has put there.
      const { violations } = await page.evaluate(() => Object(globalThis)["axe"].run());
      expect(violations.map(({ id, nodes }: AxeViolation) => [id, nodes.map(({ html }) => html)])).toEqual(
        [],
      );
    });
  });

  test("fits a telephone, whatever it has to tell", async () => {
    const url = `http://127.0.0.1:4010/${"things".repeat(40)}`;
    const errors = [{ message: `GET ${url} failed`, diff: `- ${url}`, at: undefined }];
    const results = withOutcome(disagreeing, "getThing › 404 › gone", "failed", { errors });
    const page = await open(sampleReport({ results }), {
      viewport: { width: 360, height: 740 },
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test("stays usable with 540 operations: only what disagrees is open", async () => {
    const operationIds = Array.from({ length: 540 }, (_, index) => `getThing${index}`);
    const results = withOutcome(
      operationIds.flatMap((operationId) => contentResults(MOCK, operationId)),
      "getThing7 › 404 › gone",
      "failed",
      { errors: [FAILURE] },
    );
    const page = await open(sampleReport({ results, operationIds }));
    expect(await page.locator("details.operation").count()).toBe(540);
    expect(
      await page.locator("details.operation[open]").evaluateAll((all) => all.map(({ id }) => id)),
    ).toEqual(["getThing7"]);
  });
});

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

async function expectDifferenceInView(page: Page): Promise<void> {
  const failure = page.locator(":target");
  expect(await failure.locator("h3").textContent()).toBe("getThing › 200 › <bold>");
  const difference = failure.locator(".diff");
  expect(await difference.locator("ins").allTextContents()).toContain(
    '+   "the answer of 200: body.state must be known (enum)",\n',
  );
  expect(await difference.locator("del").allTextContents()).toEqual(["- []\n"]);
  const box = await failure.boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect(box?.y).toBeLessThan(900);
}

function installed(...names: string[]): string | undefined {
  const directories = (process.env["PATH"] ?? "").split(delimiter);
  return names.flatMap((name) => directories.map((directory) => join(directory, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

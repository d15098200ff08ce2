import { markdownToHtml } from "satteri";
import { expect, test } from "vitest";
import { pageLinks } from "./page-links.ts";

const links = pageLinks({
  content: new URL("file:///repo/docs/content/docs/"),
  base: "/base",
  repository: "https://example.com/blob/main",
  root: new URL("file:///repo/"),
});

test.each([
  ["waiting.md", "/base/guides/waiting/"],
  ["ci-and-cron.mdx#in-two-halves", "/base/guides/ci-and-cron/#in-two-halves"],
  ["../start.md", "/base/start/"],
  ["../reference/client/functions/waitForExportJob.md", "/base/reference/client/functions/waitforexportjob/"],
  ["../changes/index.md", "/base/changes/"],
  ["../index.mdx", "/base/"],
  ["../../../../examples/README.md", "https://example.com/blob/main/examples/README.md"],
  ["../../../../spec/openapi.yaml#L3", "https://example.com/blob/main/spec/openapi.yaml#L3"],
  ["#below", "#below"],
  ["https://example.com/x.md", "https://example.com/x.md"],
])("a link to %s leads to %s", async (link, address) => {
  const fileURL = new URL("file:///repo/docs/content/docs/guides/roles.md");
  const { html } = await markdownToHtml(`[text](${link})`, { fileURL, mdastPlugins: [links] });
  expect(html).toContain(`href="${address}"`);
});

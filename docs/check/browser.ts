import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where the machine has Chromium; `CHROMIUM` names one that has to be there. */
export const chromiumPath: string | undefined =
  process.env["CHROMIUM"] ?? places.find((place) => existsSync(place));

if (!chromiumPath) console.warn("Skipped: there is no Chromium here. Install it, or name yours in CHROMIUM.");

export function launch(): Promise<Browser> {
  const quiet = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
  ];
  return chromium.launch({
    ...(chromiumPath ? { executablePath: chromiumPath } : {}),
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", ...quiet],
  });
}

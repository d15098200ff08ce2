import { fileURLToPath } from "node:url";
// Not the command: that one sends telemetry.
import { build } from "astro";
import "./reference/write-pages.ts";

await build({ root: fileURLToPath(new URL(".", import.meta.url)) });

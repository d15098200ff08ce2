import { fileURLToPath } from "node:url";
// Not the command: that one sends telemetry.
import { dev } from "astro";
import { base } from "./address.ts";
import "./reference/write-pages.ts";

const { address } = await dev({ root: fileURLToPath(new URL(".", import.meta.url)) });
console.log(`http://localhost:${address.port}${base}/`);

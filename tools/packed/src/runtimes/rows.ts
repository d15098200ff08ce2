import { chromiumEsbuild, chromiumVite } from "./chromium.ts";
import { bun, deno, node } from "./node-bun-deno.ts";
import type { Row } from "./row.ts";
import { typescript } from "./typescript.ts";
import { workerd, workerdNode } from "./workerd.ts";

export interface Table {
  title: string;
  columns: readonly string[];
  rows: readonly Row[];
}

export const tables: readonly Table[] = [
  {
    title: "runtime",
    columns: ["service account", "API key", "require()", "mock", "failures", "cli"],
    rows: [
      node(20),
      node(22),
      node(24),
      node(26),
      bun,
      deno,
      workerd,
      workerdNode,
      chromiumVite,
      chromiumEsbuild,
    ],
  },
  {
    title: "compiler",
    columns: ["bundler", "node16", "nodenext", "require()"],
    rows: [typescript("5.4"), typescript("5.9"), typescript("6.0"), typescript("7.0")],
  },
];

import type { Document } from "../definition/definition.ts";
import { header } from "./text.ts";

const names = ["groupId", "clusterName", "exportBucketId"];

/** `packages/cli/src/mock-example.gen.ts`: what the mock's examples are found by. */
export function printMockExample({ components: { parameters = {} } }: Document): string {
  const values = names.map((name) => {
    const { example = "" } = Object(parameters[name]) as { example?: string };
    return `  ${name}: ${JSON.stringify(example)},`;
  });
  return [
    header,
    "/** The project, the cluster and the bucket that the mock's examples are of. */",
    `export const example = {\n${values.join("\n")}\n} as const;`,
    "",
  ].join("\n");
}

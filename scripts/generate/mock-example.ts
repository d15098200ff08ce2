import type { Document } from "./definition.ts";
import { header } from "./text.ts";

/** `packages/cli/src/mock-example.gen.ts`: the ids by which the mock's examples are found. */
export function printMockExample({ components: { parameters = {} } }: Document): string {
  const example = (name: string) => JSON.stringify((parameters[name] as { example: string }).example);
  return [
    header,
    "/** The project and the cluster that the mock's examples are of. */",
    `export const example = { groupId: ${example("groupId")}, clusterName: ${example("clusterName")} } as const;`,
    "",
  ].join("\n");
}

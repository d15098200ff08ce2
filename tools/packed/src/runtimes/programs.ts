import { cpSync } from "node:fs";

/** Puts what the runtimes run into a project, where it finds the packages as a user's own program would. */
export function addPrograms(project: string): void {
  cpSync(new URL("../../programs", import.meta.url), project, { recursive: true });
  cpSync(
    new URL("../../../../packages/client/src/testing/try-connections.js", import.meta.url),
    `${project}/try-connections.js`,
  );
}

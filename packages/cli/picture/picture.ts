import { fileURLToPath } from "node:url";
import { draw } from "./draw.ts";
import { record } from "./record.ts";

export const pictureFile: string = fileURLToPath(new URL("../picture.svg", import.meta.url));

const typed = `atlas-snapshot-export export --cluster orders-prod --snapshot latest \\
  --bucket acme-atlas-exports --wait`;

/** The picture of the README: an export from the command to its end. */
export async function picture(): Promise<string> {
  return draw(await record(typed));
}

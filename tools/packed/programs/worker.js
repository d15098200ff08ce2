import * as client from "@atlas-snapshot-export/client";
import { runExport } from "./export.js";

export default {
  async fetch(request) {
    return new Response(await runExport(client, await request.json()));
  },
};

import * as client from "@atlas-snapshot-export/client";
import { runExport } from "./export.js";

globalThis.runExport = (input) => runExport(client, input);

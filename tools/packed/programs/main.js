import process from "node:process";
import * as client from "@atlas-snapshot-export/client";
import { runExport } from "./export.js";

console.log(await runExport(client, JSON.parse(process.argv[2])));

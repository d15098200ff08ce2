const client = require("@atlas-snapshot-export/client");
const { startMock } = require("@atlas-snapshot-export/mock");
const { runExport } = require("./export.js");

if (typeof startMock !== "function") throw new Error("the mock exports no startMock");
runExport(client, JSON.parse(process.argv[2])).then(console.log);

import { parseArgs } from "node:util";

/** What the command line asks for. */
export type Command =
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | { readonly kind: "start"; readonly host: string; readonly port: number; readonly cors: boolean }
  | { readonly kind: "wrong"; readonly message: string };

export const USAGE = `Usage: npx @atlas-snapshot-export/mock [--port <port>] [--host <host>] [--cors]

Serves a mock of the MongoDB Atlas snapshot export API until Ctrl-C.

  --port <port>   port to listen on, 0 for a free one (default 0)
  --host <host>   address to listen on (default 127.0.0.1; 0.0.0.0 for other
                  machines and containers)
  --cors          lets pages of other origins call it from a browser
  --help          shows this text
  --version       shows the version
`;

/** Reads the arguments of the command. */
export function parseCommand(args: readonly string[]): Command {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string", default: "0" },
        host: { type: "string", default: "127.0.0.1" },
        cors: { type: "boolean", default: false },
        help: { type: "boolean" },
        version: { type: "boolean" },
      },
    });
    if (values.help) return { kind: "help" };
    if (values.version) return { kind: "version" };
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535) {
      return {
        kind: "wrong",
        message: `--port takes a number from 0 to 65535, e.g. --port 4010; not ${values.port}.`,
      };
    }
    if (values.host.trim() === "") {
      return {
        kind: "wrong",
        message: "--host takes a name or an address, e.g. --host 127.0.0.1; not an empty one.",
      };
    }
    return { kind: "start", host: values.host, port, cors: values.cors };
  } catch (error) {
    // parseArgs throws for what it does not know, with a message made for people.
    return { kind: "wrong", message: error instanceof Error ? error.message : String(error) };
  }
}

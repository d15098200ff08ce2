// Prism's declarations name the types of its logger, pino, which ships none. The mock only hands a logger through.
declare module "pino" {
  export type Logger = object;
  export type LoggerOptions = { level?: "silent" };
  export type DestinationStream = NodeJS.WritableStream;
}

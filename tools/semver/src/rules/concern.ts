import type { Level, Levels } from "../change.ts";

/** Seen in every package. */
export const everywhere = (level: Level): Levels => ({
  spec: level,
  types: level,
  client: level,
  mock: level,
});

/** A rule that TypeScript cannot say: the client checks it before sending, the mock on receipt. */
export const beyondTypes = (level: Level): Levels => ({ spec: level, client: level, mock: level });

/** Felt by who reads answers. The mock's users get other answers, but nothing of theirs is refused. */
export const readers = (level: Level): Levels => ({
  spec: level,
  types: level,
  client: level,
  mock: "minor",
});

/** The same, where TypeScript cannot say it. */
export const readersBeyondTypes = (level: Level): Levels => ({ spec: level, client: level, mock: "minor" });

/** Felt by who writes calls in TypeScript, and by who makes code from the definition. */
export const writtenCode = (level: Level): Levels => ({ spec: level, types: level, client: level });

import type * as mockPackage from "@atlas-snapshot-export/mock";
import type { Tarball } from "../check-pack/tarball.ts";

/** What every row has to work with. */
export interface World {
  tarballs: Tarball[];
  /** Makes an empty folder. */
  newFolder(): string;
  /** A project in which the tarballs are installed, with the programs in it. */
  project: string;
  /** The packed mock's own, in this process. */
  startMock: typeof mockPackage.startMock;
}

/** One line of the table. */
export interface Row {
  name: string;
  /** Gets the runtime ready. */
  open(world: World): Promise<OpenRow | { readonly skipped: string }>;
}

export interface OpenRow {
  version: string;
  checks: Readonly<Record<string, Check>>;
  close?(): Promise<void>;
}

/** Answers with what the table says in the check's column, or throws what is wrong. */
export type Check = () => Promise<string>;

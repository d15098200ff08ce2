/** Where the site is, and the repository that it is built from. */
export const site = "https://atlas-snapshot-export.github.io";
export const base = "/atlas-snapshot-export";
export const repository = "https://github.com/atlas-snapshot-export/atlas-snapshot-export";

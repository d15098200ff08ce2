import type { Manifest } from "./tarball.ts";

/** What is packed whatever `files` says, and has to be there. */
const alwaysPacked = ["package.json", "README.md", "LICENSE"];

/** The packed files that have no business in a package, and the ones that it lacks. */
export function wrongFiles(packed: string[], declared: string[] = []): string[] {
  const wanted = [...alwaysPacked, ...declared.filter((entry) => !entry.startsWith("!"))];
  const lies = (entry: string) => (file: string) => file === entry || file.startsWith(`${entry}/`);
  return [
    ...wanted.filter((entry) => !packed.some(lies(entry))).map((entry) => `${entry} is missing`),
    ...packed
      .filter((file) => !wanted.some((entry) => lies(entry)(file)))
      .map((file) => `${file} is not in "files"`),
    ...packed.filter((file) => /\.test\.|(^|\/)__tests__\//.test(file)).map((file) => `${file} is a test`),
    ...packed.filter((file) => file.endsWith(".tsbuildinfo")).map((file) => `${file} is a build cache`),
  ];
}

const released = /^(\^|~|>=)?\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

/** The dependencies whose range is no version that a registry could have, such as `workspace:*`. */
export function unreleasedRanges(manifest: Manifest): string[] {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = manifest;
  const ranges = { ...dependencies, ...devDependencies, ...optionalDependencies, ...peerDependencies };
  return Object.entries(ranges)
    .filter(([, range]) => !range.split(" || ").every((part) => released.test(part)))
    .map(([name, range]) => `${name}@${range} is not a released version`);
}

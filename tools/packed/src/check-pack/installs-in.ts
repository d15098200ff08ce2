/** The packages that a Markdown file tells to install with npm. */
export function installsIn(markdown: string): string[] {
  return [...markdown.matchAll(/^npm install (.*)$/gm)]
    .flatMap(([, words = ""]) => words.split(/\s+/))
    .filter((word) => !word.startsWith("-"));
}

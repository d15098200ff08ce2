/**
 * Finds the operations that a path may belong to, so that Prism, which decides, need not compare it with every path of
 * a large definition.
 *
 * @returns all of them for a path that belongs to none, because it is Prism that says so
 */
export function candidatesByPath<Resource extends { readonly path: string }>(
  resources: readonly Resource[],
): (path: string) => Resource[] {
  const templates = resources.map((resource) => ({ resource, ...readTemplate(resource.path) }));
  return (path) => {
    const segments = segmentsOf(path);
    const found = templates.filter(
      ({ length, fixed }) =>
        length === segments.length && fixed.every(([index, segment]) => segments[index] === segment),
    );
    return found.length > 0 ? found.map(({ resource }) => resource) : [...resources];
  };
}

/** How many segments a path has to have, and those of them that stand fast: the last first, as paths begin alike. */
function readTemplate(path: string): { length: number; fixed: [index: number, segment: string][] } {
  const segments = segmentsOf(path);
  return {
    length: segments.length,
    fixed: [...segments.entries()].filter(([, text]) => !text.includes("{")),
  };
}

function segmentsOf(path: string): string[] {
  return path.split("/").map(decoded);
}

/** What is badly encoded stands for itself. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** An object with the name of every option; the compiler refuses one that lacks a name. */
export type Known<Options> = Readonly<Record<keyof Options, unknown>>;

/**
 * Plain JavaScript gets past the types, and an option that is ignored can send a credential to the wrong host.
 *
 * @param owner the function or option that takes the options
 * @param known an object with the name of every option
 * @throws {TypeError} that names the first option which is given and not known
 */
export function requireKnown(owner: string, options: object, known: object): void {
  const names = Object.keys(known);
  for (const option in options) {
    if (options[option as never] === undefined || names.includes(option)) continue;
    const near = names.find((name) => isNear(plain(name), plain(option)));
    const hint = near ? ` Did you mean \`${near}\`?` : "";
    throw new TypeError(
      `Unknown option \`${option}\` of ${owner}.${hint} Expected one of: ${names.join(", ")}.`,
    );
  }
}

function isNear(name: string, option: string): boolean {
  return name.startsWith(option) || option.startsWith(name);
}

/** `base_url` and `baseURL` are `baseurl`. */
function plain(name: string): string {
  return name.replace(/\W|_/g, "").toLowerCase();
}

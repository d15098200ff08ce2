/** A rule of the definition in the words of a reader. */
export interface Rule {
  /** `path.groupId`, `body.customData[].key`. */
  readonly place: string;
  /** `pattern`. */
  readonly keyword: string;
}

/** Reads the location of a keyword: `body/$ref/properties/customData/items/maxItems`. */
export function readRule(location: string): Rule {
  const [root = "", ...tokens] = location.split("/");
  let place = root;
  for (let next = tokens.shift(); next !== undefined; next = tokens.shift()) {
    const isLast = tokens.length === 0;
    if (next === "$ref") continue;
    if (next === "properties" || (next === "required" && !isLast)) {
      place += `.${tokens.shift()}`;
      if (next === "required") return { place, keyword: next };
    } else if (next === "items" && !isLast) place += "[]";
    else if (next === "additionalProperties" && !isLast) place += ".*";
    else if (/^(all|any|one)Of$/.test(next) && !isLast) tokens.shift();
    else return { place, keyword: [next, ...tokens].join("/") };
  }
  return { place, keyword: "" };
}

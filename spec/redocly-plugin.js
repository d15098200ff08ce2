import { jsonBodies, namedExamples, oneMediaType, oneSuccess, wholeStatuses } from "./rules/bodies.js";
import { mappedDiscriminator } from "./rules/discriminators.js";
import { operationNames, schemaNames } from "./rules/names.js";
import { plainParameters } from "./rules/parameters.js";
import { validPattern } from "./rules/patterns.js";

/** Rules that Redocly does not have, under the prefix `spec/`. */
export default function plugin() {
  return {
    id: "spec",
    rules: {
      oas3: {
        "json-bodies": jsonBodies,
        "mapped-discriminator": mappedDiscriminator,
        "named-examples": namedExamples,
        "one-media-type": oneMediaType,
        "one-success": oneSuccess,
        "operation-names": operationNames,
        "plain-parameters": plainParameters,
        "schema-names": schemaNames,
        "valid-pattern": validPattern,
        "whole-statuses": wholeStatuses,
      },
    },
  };
}

import { isDeepStrictEqual } from "node:util";

/** A body needs at least one named example: they are the project's fixtures. */
export function namedExamples() {
  return {
    MediaType(mediaType, { report, location }) {
      if (Object.keys(mediaType.examples ?? {}).length > 0) return;
      report({ message: "a body needs at least one example under `examples`", location });
    },
  };
}

/** The client writes what it sends as JSON, and reads what a success brings as JSON. */
export function jsonBodies() {
  return {
    RequestBody(body, { report, location }) {
      refuseOthers(body, location, report);
    },
    Responses(responses, { report, location, resolve }) {
      for (const { response, location: at } of successesOf(responses, location, resolve))
        refuseOthers(response, at, report);
    },
  };
}

function refuseOthers({ content = {} }, location, report) {
  for (const mediaType of Object.keys(content)) {
    if (/^application\/([\w.-]+\+)?json(;|$)/.test(mediaType)) continue;
    report({
      message: `the client knows no body of "${mediaType}": allowed are application/json and application/…+json`,
      location: location.child(["content", mediaType]).key(),
    });
  }
}

/** The client sends and asks for one version of a body, and contract cases are made of one. */
export function oneMediaType() {
  return {
    MediaTypesMap(content, { report, location }) {
      const [first, ...others] = Object.keys(content);
      for (const other of others) {
        report({
          message: `there is "${first}" already: a body has one media type, that of the version which the client speaks`,
          location: location.child(other).key(),
        });
      }
    },
  };
}

/** The client holds each success against one schema. */
export function oneSuccess() {
  return {
    Responses(responses, { report, location, resolve }) {
      const [first, ...others] = successesOf(responses, location, resolve);
      for (const success of others) {
        if (isDeepStrictEqual(...[first, success].map((one) => bodyOf(one, resolve)))) continue;
        report({
          message: `${success.status} has another body than ${first.status}: all successes of an operation have one media type and one schema`,
          location: location.child(success.status).key(),
        });
      }
    },
  };
}

/** Its media types, each with its schema. */
function bodyOf({ response: { content = {} }, location: { source } }, resolve) {
  return Object.entries(content).map(([mediaType, { schema }]) => [
    mediaType,
    schema && resolve(schema, source.absoluteRef).node,
  ]);
}

function successesOf(responses, location, resolve) {
  return Object.keys(responses)
    .filter((status) => /^2\d\d$/.test(status))
    .map((status) => {
      const { node, location: at } = resolve(responses[status]);
      return { status, response: node ?? {}, location: responses[status].$ref ? at : location.child(status) };
    });
}

/** Types, mock and contract cases know an answer by its status. */
export function wholeStatuses() {
  return {
    Responses(responses, { report, location }) {
      for (const status of Object.keys(responses)) {
        if (/^[1-5]\d\d$/.test(status) || status.startsWith("x-")) continue;
        const instead = /^[1-5]XX$/i.test(status) ? `"${status[0]}00"` : '"500"';
        report({
          message: `"${status}" is no single status, and ranges are not supported: name each status that the service answers with, such as ${instead}`,
          location: location.child(status).key(),
        });
      }
    },
  };
}

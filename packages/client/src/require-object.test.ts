import { expect, test } from "vitest";
import { ResponseValidationError } from "./errors.ts";
import { requireObject } from "./require-object.ts";

test("an object is what it was", () => {
  const data = { id: undefined };
  expect(requireObject("getThing", data)).toBe(data);
});

test.each([[null], [undefined], ["text"], [7], [[{}]]])(
  "%j is none, and is told of with the data",
  (data) => {
    const require = () => requireObject("getThing", data as object);
    expect(require).toThrow(ResponseValidationError);
    expect(require).toThrow(
      "getThing succeeded, but its response is not as it should be:\n  body must be of type object (received: something else)",
    );
    expect(require).toThrow(expect.objectContaining({ operationId: "getThing", data }));
  },
);

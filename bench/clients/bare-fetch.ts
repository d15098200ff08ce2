import { type Connect, headersOf, urlOf } from "./target.ts";

/** The floor: what one would write by hand if nothing ever went wrong. */
export const connect: Connect = (target) => {
  const url = urlOf(target);
  const headers = headersOf(target);
  return async (body) => {
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
    return response.json();
  };
};

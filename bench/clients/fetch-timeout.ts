import { type Connect, headersOf, urlOf } from "./target.ts";

/** The floor for who gives up at some time: bare `fetch` with a timer, an abort signal, and no redirects. */
export const connect: Connect = (target) => {
  const url = urlOf(target);
  const headers = headersOf(target);
  return async (body) => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), 30_000);
    try {
      const { signal } = controller;
      const init = {
        method: "POST",
        headers,
        body: JSON.stringify(body),
        redirect: "manual",
        signal,
      } as const;
      return await (await fetch(url, init)).json();
    } finally {
      clearTimeout(timer);
    }
  };
};

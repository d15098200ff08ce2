import axios from "axios";
import { type Connect, headersOf, urlOf } from "./target.ts";

/** axios on `fetch`, as in a browser; in Node it takes `node:http` unless it is told. */
export const connect: Connect = (target) => {
  const url = urlOf(target);
  const client = axios.create({ headers: headersOf(target), adapter: "fetch" });
  return async (body) => {
    const { data } = await client.post(url, body);
    return data;
  };
};

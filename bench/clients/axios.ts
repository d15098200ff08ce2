import axios from "axios";
import { type Connect, headersOf, urlOf } from "./target.ts";

export const connect: Connect = (target) => {
  const url = urlOf(target);
  const client = axios.create({ headers: headersOf(target) });
  return async (body) => {
    const { data } = await client.post(url, body);
    return data;
  };
};

import ky from "ky";
import { type Connect, headersOf, urlOf } from "./target.ts";

export const connect: Connect = (target) => {
  const url = urlOf(target);
  const client = ky.create({ headers: headersOf(target) });
  return (body) => client.post(url, { json: body }).json();
};

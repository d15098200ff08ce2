import { expect, test } from "vitest";
import { redact } from "./redact.ts";

const secret = 'mdb_sa_sk_"Tr0ub4dor&3/\\';

test.each([
  ["as it is", secret],
  ["in a URL", encodeURIComponent(secret)],
  ["in JSON", JSON.stringify({ secret })],
  ["in Basic credentials", `Basic ${btoa(`id:${secret}`)}`],
  ["in base64 behind one character", btoa(`a${secret}zz`)],
  ["in base64 behind two characters", btoa(`ab${secret}`)],
])("a secret is taken out %s", (_, text) => {
  const left = redact(`before ${text} after`, [secret]);
  expect(left).toContain("[secret]");
  expect(left).toMatch(/^before .* after$/);
  for (const part of [
    "Tr0ub4dor",
    btoa("ub4dor").slice(0, 8),
    btoa("b4dor&").slice(0, 8),
    btoa("0ub4do").slice(0, 8),
  ])
    expect(left).not.toContain(part);
});

test("nothing else is taken out", () => {
  expect(redact("GET /clusters/orders-prod", [secret])).toBe("GET /clusters/orders-prod");
  expect(redact("anything", [])).toBe("anything");
  expect(redact("anything", ["", "any"])).toBe("anything");
});

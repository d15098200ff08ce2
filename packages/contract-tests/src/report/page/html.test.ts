import { expect, test } from "vitest";
import { html, trusted } from "./html.ts";

test("values are escaped, in text and in attributes", () => {
  const { html: text } = html`<a title="${`"&'`}">${"<b>"}</a>`;
  expect(text).toBe('<a title="&#34;&#38;&#39;">&#60;b&#62;</a>');
});

test("templates and lists of them are taken as they are", () => {
  const items = [1, 2].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}</ul>${trusted("<hr>")}`.html).toBe("<ul><li>1</li><li>2</li></ul><hr>");
});

test("what there is not is not written", () => {
  expect(html`<p>${undefined}${false}${""}${0}</p>`.html).toBe("<p>0</p>");
});

import { type Html, html } from "./html.ts";

/** A long place that may be broken after each of its steps, and nowhere else. */
export function inSteps(place: string): Html[] {
  return place.split(/(?<=[/#])/).map((step, index) => (index === 0 ? html`${step}` : html`<wbr>${step}`));
}

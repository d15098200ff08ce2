/** Whether a header can carry the text: `fetch` refuses it otherwise, by an error that quotes it. */
export function canBeHeader(text: string): boolean {
  return /^[^\0\r\n\u0100-\uffff]*$/.test(text);
}

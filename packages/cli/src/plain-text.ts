/** One line of what somebody else wrote, without what could steer a terminal. */
export function plainText(text: unknown): string {
  return String(text)
    .replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .trim();
}

/**
 * The body as text; undefined when it has more bytes than are allowed, of which no more are read then.
 *
 * The bytes are counted as they come: `Content-Length` may be missing, wrong, or that of the compressed body.
 */
export async function readText(response: Response, maxBytes: number): Promise<string | undefined> {
  const { body } = response;
  // A response without a body has no stream, and neither have those of some libraries.
  if (typeof body?.getReader !== "function") {
    const text = await response.text();
    // A character has at least one byte.
    return text.length > maxBytes ? undefined : text;
  }
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      reader.cancel().catch(() => {});
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** The same response, which calls back once its body has been read to the end, or cannot be. */
export function whenRead(response: Response, done: () => void): Response {
  const { body } = response;
  if (!body) {
    done();
    return response;
  }
  const reader = body.getReader();
  const read = async () => {
    try {
      const result = await reader.read();
      if (result.done) done();
      return result;
    } catch (error) {
      done();
      throw error;
    }
  };
  const cancel = async (reason?: unknown) => {
    done();
    await reader.cancel(reason);
  };
  return Object.defineProperty(response, "body", { value: { getReader: () => ({ read, cancel }) } });
}

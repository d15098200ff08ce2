/** Makes so many calls, and keeps so many of them in flight. */
export async function callMany(call: () => Promise<unknown>, calls: number, inFlight: number): Promise<void> {
  let begun = 0;
  const worker = async (): Promise<void> => {
    while (begun < calls) {
      begun += 1;
      await call();
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
}

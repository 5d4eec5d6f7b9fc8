/**
 * Brings up what consists of parts, each with its end. They end in reverse order: when the whole is stopped, and also
 * when a later part cannot be brought up, so that nothing stays behind half started.
 */
export async function bringUp<T>(
  parts: (ends: (end: () => Promise<unknown> | unknown) => void) => Promise<T>,
): Promise<T & { stop(): Promise<void> }> {
  const ends: (() => Promise<unknown> | unknown)[] = []
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) await end()
  }
  try {
    return { ...(await parts((end) => ends.push(end))), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

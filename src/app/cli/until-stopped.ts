/** Runs until the first Ctrl-C or SIGTERM, then ends everything in order; a second one does not wait. */
export async function untilStopped(begin: () => Promise<{ stop(): Promise<void> }>): Promise<undefined> {
  let stopping = false
  let running: { stop(): Promise<void> } | undefined
  const end = async () => {
    if (stopping) process.exit(1)
    stopping = true
    console.log('正在停止 · Stopping')
    await running?.stop()
    process.exit(0)
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  running = await begin()
}

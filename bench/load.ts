/** One figure: how long single operations took, and how many were done in a second. */
export interface Figure {
  readonly name: string
  readonly clients: number
  readonly p50: number
  readonly p95: number
  readonly perSecond: number
}

/**
 * Lets so many clients do an operation one after another, first to warm up and then for the time given; milliseconds per
 * operation. Ends by itself. An operation that fails ends the bench.
 */
export async function load(name: string, clients: number, seconds: number, operation: Operation): Promise<Figure> {
  await Promise.all(
    times(clients, async (client) => {
      for (let i = 0; i < 10; i++) await operation(client)
    }),
  )
  const taken: number[] = []
  const from = performance.now()
  const until = from + seconds * 1000
  await Promise.all(
    times(clients, async (client) => {
      for (let at = performance.now(); at < until; ) {
        await operation(client)
        const now = performance.now()
        taken.push(now - at)
        at = now
      }
    }),
  )
  const passed = (performance.now() - from) / 1000
  taken.sort((a, b) => a - b)
  const share = (of: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * of))] ?? 0
  return { name, clients, p50: share(0.5), p95: share(0.95), perSecond: taken.length / passed }
}

/** What a client does again and again; which of the clients it is, it is told. */
export type Operation = (client: number) => Promise<unknown>

/** Each operation by one client and then each by sixteen, unless it says; what came of it is also said as it comes. */
export async function loadAll(
  operations: readonly (readonly [string, Operation])[],
  seconds: number,
  byClients: readonly number[] = [1, 16],
): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const clients of byClients)
    for (const [name, operation] of operations) {
      figures.push(await load(name, clients, seconds, operation))
      console.error(figures.at(-1))
    }
  return figures
}

const times = <T>(n: number, make: (i: number) => Promise<T>) => Array.from({ length: n }, (_, i) => make(i))

/** The figures as a Markdown table. */
export const table = (figures: readonly Figure[]): string =>
  [
    '| operation | clients | p50 ms | p95 ms | per second |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...figures.map(
      (one) =>
        `| ${one.name} | ${one.clients} | ${one.p50.toFixed(2)} | ${one.p95.toFixed(2)} | ${one.perSecond.toFixed(0)} |`,
    ),
  ].join('\n')

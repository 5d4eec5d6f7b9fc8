/** Items ordered by instant: a binary heap, so that one timer serves thousands of probes. */
export class DueQueue<T> {
  #heap: { at: number; item: T }[] = []

  get size(): number {
    return this.#heap.length
  }

  /** The earliest instant, or undefined when empty. */
  get nextAt(): number | undefined {
    return this.#heap[0]?.at
  }

  add(at: number, item: T): void {
    const heap = this.#heap
    let hole = heap.length
    while (hole > 0) {
      const parent = (hole - 1) >> 1
      if (heap[parent]!.at <= at) break
      heap[hole] = heap[parent]!
      hole = parent
    }
    heap[hole] = { at, item }
  }

  /** Takes out the earliest item due at or before `now`; undefined when none is. */
  takeDue(now: number): { at: number; item: T } | undefined {
    const first = this.#heap[0]
    if (first === undefined || first.at > now) return undefined
    const last = this.#heap.pop()!
    if (last !== first) this.#sink(last)
    return first
  }

  clear(): void {
    this.#heap = []
  }

  #sink(node: { at: number; item: T }): void {
    const heap = this.#heap
    let hole = 0
    for (;;) {
      let child = 2 * hole + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && heap[child + 1]!.at < heap[child]!.at) child++
      if (heap[child]!.at >= node.at) break
      heap[hole] = heap[child]!
      hole = child
    }
    heap[hole] = node
  }
}

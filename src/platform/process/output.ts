/**
 * What a command says, kept within bounds: the beginning and the end, since the cause stands in one and the outcome in
 * the other. Bytes that are no UTF-8 become U+FFFD; NUL goes, which PostgreSQL cannot store.
 */
export class BoundedOutput {
  readonly #half: number
  #head = Buffer.alloc(0)
  #tail = Buffer.alloc(0)
  #left = 0

  /** `bytes` is the most that is kept. */
  constructor(bytes: number) {
    this.#half = Math.floor(bytes / 2)
  }

  add(chunk: Buffer): void {
    const room = this.#half - this.#head.length
    if (room > 0) this.#head = Buffer.concat([this.#head, chunk.subarray(0, room)])
    const rest = chunk.subarray(Math.max(0, room))
    if (rest.length === 0) return
    const all = Buffer.concat([this.#tail, rest])
    this.#tail = all.subarray(Math.max(0, all.length - this.#half))
    this.#left += all.length - this.#tail.length
  }

  toString(): string {
    if (this.#left === 0) return clean(Buffer.concat([this.#head, this.#tail]))
    return `${clean(this.#head)}\n… ${this.#left} bytes …\n${clean(this.#tail)}`
  }
}

const clean = (bytes: Buffer): string => bytes.toString('utf8').replaceAll('\0', '')

import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

const drawn = Buffer.alloc(4096)
let next = drawn.length
let millisecond = 0
let sequence = 0

/** A new id (UUID version 7): later ones are greater. Chance is drawn for many at once: by the piece it costs more than all the rest. */
export function newId(): string {
  const random = chance()
  const now = Date.now()
  if (now > millisecond) {
    millisecond = now
    sequence = random.readUInt32BE() >>> 1
  } else sequence++
  return v7({ random, msecs: millisecond, seq: sequence })
}

function chance(): Buffer {
  if (next === drawn.length) {
    randomFillSync(drawn)
    next = 0
  }
  next += 16
  return drawn.subarray(next - 16, next)
}

/** The most that one message may have, bytes. */
const most = 65_536

/**
 * Splits a stream into messages as RFC 6587 has them: each after its length, or ended by a new line. Answers what is whole by now;
 * throws where a message is longer than any may be.
 */
export function framesOf(): { push(chunk: Buffer): Buffer[]; end(): Buffer[] } {
  let rest: Buffer = Buffer.alloc(0)
  const next = (): Buffer | null => {
    const counted = /^([1-9]\d{0,5}) /.exec(rest.toString('latin1', 0, 8))
    const start = counted ? counted[0].length : 0
    const end = counted ? start + Number(counted[1]) : ended(rest)
    if (end - start > most || (end === -1 && rest.length > most)) throw new Error('a message of syslog is too long')
    if (end === -1 || end > rest.length) return null
    const frame = rest.subarray(start, end)
    rest = rest.subarray(counted ? end : end + 1)
    return frame
  }
  return {
    push(chunk) {
      rest = Buffer.concat([rest, chunk])
      const frames: Buffer[] = []
      for (let frame = next(); frame; frame = next()) if (frame.length > 0) frames.push(frame)
      return frames
    },
    /** What came before the sender went, without its end. */
    end: () => (rest.length > 0 && !/^\d{1,6}( |$)/.test(rest.toString('latin1', 0, 8)) ? [rest] : []),
  }
}

/** Where the first line ends: some senders end it with a zero. */
function ended(bytes: Buffer): number {
  const [line, zero] = [bytes.indexOf(10), bytes.indexOf(0)]
  return line === -1 || (zero !== -1 && zero < line) ? zero : line
}

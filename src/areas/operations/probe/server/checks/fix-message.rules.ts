/** Messages of FIX in tag=value form (FIX 4.4, volume 2): what a session needs to say and to hear. */

export type Field = readonly [tag: number, value: string]

const soh = '\x01'
const begin = new RegExp(`^8=FIX[^${soh}]{0,10}${soh}9=(\\d{1,6})${soh}`)
/** A message of the session layer is short; what claims to be longer is none. */
const most = 65_536

/** Puts a message together: begin string, length, the fields in order (the type first), checksum. */
export function written(fields: readonly Field[]): string {
  const body = fields.map(([tag, value]) => `${tag}=${value}${soh}`).join('')
  const head = `8=FIX.4.4${soh}9=${Buffer.byteLength(body, 'latin1')}${soh}${body}`
  return `${head}10=${checksum(head)}${soh}`
}

/** Takes the first whole message off what was received (one character for each byte); null while it is not whole. Throws what is no FIX. */
export function taken(received: string): { fields: ReadonlyMap<number, string>; rest: string } | null {
  const head = begin.exec(received)
  if (!head) {
    if ('8=FIX'.startsWith(received.slice(0, 5)) && received.length < 30) return null
    throw new NotFix('not FIX')
  }
  const end = head[0].length + Number(head[1])
  if (end > most) throw new NotFix('message too long')
  if (received.length < end + 7) return null
  if (received.slice(end, end + 7) !== `10=${checksum(received.slice(0, end))}${soh}`)
    throw new NotFix('wrong checksum')
  const pairs = received.slice(head[0].length, end).split(soh).slice(0, -1)
  return { fields: new Map(pairs.map(pair)), rest: received.slice(end + 7) }
}

function pair(text: string): [number, string] {
  const at = text.indexOf('=')
  return [Number(text.slice(0, at)), text.slice(at + 1)]
}

function checksum(text: string): string {
  const sum = Buffer.from(text, 'latin1').reduce((all, byte) => all + byte, 0)
  return String(sum % 256).padStart(3, '0')
}

/** `20261125-01:00:00.000`. */
export const timestamp = (ms: number): string =>
  new Date(ms).toISOString().replaceAll('-', '').replace('T', '-').slice(0, -1)

export class NotFix extends Error {
  override readonly name = 'NotFix'
}

import smpp from 'smpp'

/** A text as telephones take it: how it is coded, and the parts it goes out in. */
export interface Parts {
  /** As SMPP numbers it: 0 is the gateway's own alphabet, GSM 03.38; 8 is UCS-2. */
  readonly dataCoding: 0 | 8
  readonly parts: readonly Buffer[]
}

/** GSM 03.38 where the text fits it, one byte a character; otherwise UTF-16, which telephones take for UCS-2. */
export function partsOf(text: string): Parts {
  // The package's ASCII is GSM 03.38.
  const { ASCII: gsm } = smpp.encodings
  return gsm.match(text)
    ? { dataCoding: 0, parts: split(gsm.encode(text), { alone: 160, each: 153, step: 1, whole: notEscape }) }
    : { dataCoding: 8, parts: split(utf16(text), { alone: 140, each: 134, step: 2, whole: notHighSurrogate }) }
}

/**
 * What stands before a part of a longer text, so that the telephone puts them together (3GPP TS 23.040, 9.2.3.24.1). `reference` is
 * one byte, the same in all parts; `at` counts from 1.
 */
export const partHeader = (reference: number, count: number, at: number): Buffer =>
  Buffer.from([5, 0, 3, reference, count, at])

interface Limits {
  /** Bytes of a text that goes alone; of a part, which gives six to its header. */
  readonly alone: number
  readonly each: number
  /** Bytes of a character. */
  readonly step: number
  /** May a part end with the character that begins here? */
  whole(bytes: Buffer, at: number): boolean
}

function split(bytes: Buffer, { alone, each, step, whole }: Limits): Buffer[] {
  if (bytes.length <= alone) return [bytes]
  const parts: Buffer[] = []
  for (let from = 0; from < bytes.length; ) {
    let to = Math.min(from + each, bytes.length)
    if (to < bytes.length && !whole(bytes, to - step)) to -= step
    parts.push(bytes.subarray(from, to))
    from = to
  }
  return parts
}

/** A sign of the extension table is two bytes, the first of them this. */
const notEscape = (bytes: Buffer, at: number): boolean => bytes[at] !== 0x1b

const notHighSurrogate = (bytes: Buffer, at: number): boolean => (bytes.readUInt16BE(at) & 0xfc00) !== 0xd800

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

import { inflateSync } from 'node:zlib'

/** The text of a PDF that one typeface was used for, as a reader would find it: glyphs by the table that names their letters. */
export function textOfPdf(bytes: Buffer): string {
  const streams = streamsOf(bytes)
  const letters = new Map<number, string>()
  for (const [, list = ''] of streams.join('\n').matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', codes = ''] of list.matchAll(/<(\w+)>\s*<\w+>\s*\[([^\]]*)\]/g)) {
      const first = Number.parseInt(from, 16)
      for (const [i, [, code = '']] of [...codes.matchAll(/<([\w ]+)>/g)].entries()) letters.set(first + i, utf16(code))
    }
  }
  const glyphs = (hex: string) => (hex.match(/.{4}/g) ?? []).map((one) => letters.get(Number.parseInt(one, 16)) ?? '?')
  return streams
    .flatMap((stream) => [...stream.matchAll(/\[((?:<[0-9a-f]*>|[\s\d.-]+)*)\]\s*TJ/g)])
    .map(([, parts = '']) => [...parts.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex = '']) => glyphs(hex)).join(''))
    .join('\n')
}

function streamsOf(bytes: Buffer): string[] {
  const streams: string[] = []
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue
    const body = bytes.subarray(at + 7, bytes.indexOf('\nendstream', at))
    if (body[0] === 0x78) streams.push(inflateSync(body).toString('latin1'))
  }
  return streams
}

const utf16 = (code: string): string =>
  String.fromCharCode(...(code.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)))

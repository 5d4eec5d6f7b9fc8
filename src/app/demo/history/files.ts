import { crc32, deflateSync } from 'node:zlib'
import { chance } from '../chance.ts'

/** What people put beside the incidents: drawn and written here, so that nobody's picture is in the product. */
export const files = {
  '网关内存.png': () => chart(8),
  '网关日志末尾.log': () => Buffer.from(`${lastLines.join('\n')}\n`),
  '线路丢包.csv': () => Buffer.from(`${losses.map((line) => line.join(',')).join('\n')}\n`),
} as const satisfies Record<string, () => Buffer>

export type FileName = keyof typeof files

const lastLines = [
  '10:14:21.804 WARN  session-cache  size=1048576 evicted=0',
  '10:14:33.117 WARN  gc             pause=2.8s heap=3.94G/4.00G',
  '10:14:41.006 ERROR gc             pause=4.1s heap=3.99G/4.00G',
  '10:14:52.730 FATAL order-gateway  OutOfMemoryError: session-cache',
]

const losses = [
  ['时间', '发送', '丢失', '丢包率'],
  ['09:10', '600', '17', '2.8%'],
  ['09:20', '600', '22', '3.7%'],
  ['09:30', '600', '2', '0.3%'],
]

const [width, height] = [480, 200]

/** Memory over a morning: it climbs, falls back a little, climbs on and hits the line. */
function chart(seed: number): Buffer {
  const { between } = chance(seed)
  const [paper, grid, limit, line] = [0, 1, 2, 3]
  const rows = Array.from({ length: height }, (_, y) => Buffer.alloc(width, y % 40 === 0 ? grid : paper))
  const dot = (x: number, y: number, colour: number) => {
    if (rows[y] && x >= 0 && x < width) rows[y][x] = colour
  }
  for (let x = 0; x < width; x++) for (const y of [20, 21]) dot(x, y, x % 8 < 5 ? limit : paper)
  let before = 180
  for (let x = 0; x < width; x++) {
    const y = Math.round(180 - (160 * x) / width + (x % 60) / 8 + between(-2, 2))
    for (let at = Math.min(before, y); at <= Math.max(before, y) + 1; at++) dot(x, at, line)
    before = y
  }
  return png(rows, [0xff, 0xff, 0xff, 0xe6, 0xe8, 0xec, 0xcf, 0x32, 0x2c, 0x1f, 0x5f, 0xc4])
}

/** A picture of so many rows of palette numbers (PNG, ISO/IEC 15948). */
function png(rows: readonly Buffer[], palette: readonly number[]): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(rows[0]?.length ?? 0, 0)
  head.writeUInt32BE(rows.length, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const pixels = Buffer.concat(rows.flatMap((row) => [Buffer.of(0), row]))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

import { createInflateRaw } from 'node:zlib'
import { badFile, limits, tooMuch } from './limits.ts'

/** A part of an archive, as its directory tells it. */
export interface Part {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  /** Where its own header begins. */
  readonly at: number
}

const endMark = 0x06054b50
const end64Mark = 0x06064b50
const locator64Mark = 0x07064b50
const partMark = 0x02014b50
const headerMark = 0x04034b50
const all = 0xffffffff

/**
 * The parts of a zip archive by name, from its directory. Nothing is inflated before the whole directory is found to be
 * sane: a bomb is refused by what it declares, and `inflate` holds each part to what it declared.
 */
export function partsOf(bytes: Buffer): ReadonlyMap<string, Part> {
  const { count, at: start } = directoryOf(bytes)
  if (count > limits.parts) throw bomb()
  const parts = new Map<string, Part>()
  let [packed, size] = [0, 0]
  for (let n = 0, at = start; n < count; n++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== partMark) throw broken()
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset))
    const nameEnd = at + 46 + (nameLength ?? 0)
    const extraEnd = nameEnd + (extraLength ?? 0)
    if (bytes.readUInt16LE(at + 8) & 1) throw locked()
    const part = {
      name: bytes.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/'),
      method: bytes.readUInt16LE(at + 10),
      ...sizesOf(bytes, at, bytes.subarray(nameEnd, extraEnd)),
    }
    packed += part.packed
    size += part.size
    if (part.size > limits.partBytes || part.size > Math.max(part.packed, 4096) * limits.ratio) throw bomb()
    parts.set(part.name, part)
    at = extraEnd + (commentLength ?? 0)
  }
  // Parts that lie over each other are how small files unfold without end.
  if (packed > bytes.length || size > limits.inflatedBytes) throw bomb()
  return parts
}

/** A part's bytes; refuses one that unfolds to more than it declared. */
export async function* inflate(bytes: Buffer, part: Part): AsyncGenerator<Buffer> {
  if (part.at + 30 > bytes.length || bytes.readUInt32LE(part.at) !== headerMark) throw broken()
  const from = part.at + 30 + bytes.readUInt16LE(part.at + 26) + bytes.readUInt16LE(part.at + 28)
  const packed = bytes.subarray(from, from + part.packed)
  if (part.method === 0) return yield packed
  if (part.method !== 8) throw broken()
  const unpacking = createInflateRaw({ chunkSize: 64 * 1024 })
  unpacking.end(packed)
  let size = 0
  try {
    for await (const chunk of unpacking) {
      size += chunk.length
      if (size > part.size) throw bomb()
      yield chunk
    }
  } catch (error) {
    throw (error as { code?: string }).code?.startsWith('Z_') ? broken() : error
  } finally {
    unpacking.destroy()
  }
}

function directoryOf(bytes: Buffer): { count: number; at: number } {
  for (let at = bytes.length - 22; at >= 0 && at > bytes.length - 22 - 0x10000; at--) {
    if (bytes.readUInt32LE(at) !== endMark) continue
    const count = bytes.readUInt16LE(at + 10)
    const start = bytes.readUInt32LE(at + 16)
    return count === 0xffff || start === all ? directory64(bytes, at) : { count, at: start }
  }
  throw broken()
}

/** Some programs write the large form even for small files. */
function directory64(bytes: Buffer, end: number): { count: number; at: number } {
  const locator = end - 20
  if (locator < 0 || bytes.readUInt32LE(locator) !== locator64Mark) throw broken()
  const at = Number(bytes.readBigUInt64LE(locator + 8))
  if (at + 56 > bytes.length || bytes.readUInt32LE(at) !== end64Mark) throw broken()
  return { count: Number(bytes.readBigUInt64LE(at + 32)), at: Number(bytes.readBigUInt64LE(at + 48)) }
}

function sizesOf(bytes: Buffer, at: number, extra: Buffer): { packed: number; size: number; at: number } {
  const told = {
    size: bytes.readUInt32LE(at + 24),
    packed: bytes.readUInt32LE(at + 20),
    at: bytes.readUInt32LE(at + 42),
  }
  for (let i = 0; i + 4 <= extra.length; i += 4 + extra.readUInt16LE(i + 2)) {
    if (extra.readUInt16LE(i) !== 1) continue
    let next = i + 4
    for (const name of ['size', 'packed', 'at'] as const) {
      if (told[name] !== all) continue
      if (next + 8 > extra.length) throw broken()
      told[name] = Number(extra.readBigUInt64LE(next))
      next += 8
    }
  }
  return told
}

export const broken = () =>
  badFile('broken-file', [
    '文件已损坏或不完整,无法打开。请重新导出或另存后再上传。',
    'The file is damaged or cut off and cannot be opened. Export or save it again, then upload.',
  ])

const locked = () =>
  badFile('locked-file', [
    '文件有密码保护。请去掉密码后再上传。',
    'The file is protected by a password. Remove it, then upload.',
  ])

const bomb = () =>
  tooMuch('文件解压后大得不合常理,已拒绝打开。', 'Once unpacked the file would be absurdly large; it was not opened.')

import { createHash } from 'node:crypto'
import { type FileHandle, open, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { RE2JS } from 're2js'
import { z } from 'zod'
import type { LogLineSettings } from '../../kinds/machine.settings.ts'
import { type CheckContext, down, type Finding, noteOf, unknown } from './check.ts'
import { compared } from './compare.ts'

/** No more of a file is read in one check than this, in bytes; the rest comes with the next. */
const mostBytes = 4 * 1_048_576
/** A file is known by its inode and by how it begins, for inodes are given away again. */
const headBytes = 256

const place = z.object({
  path: z.string(),
  inode: z.number(),
  /** What was read: all before this byte. */
  offset: z.number(),
  head: z.string(),
})
type Place = z.infer<typeof place>

/**
 * Counts the lines of a log that were written since the check before and match a pattern. A file that was moved away is read to its
 * end, and the new one from its beginning; so is one that was cut. Of a file seen for the first time nothing is known.
 * The pattern is matched in time linear to the line (RE2), whatever stands in either.
 */
export async function logLineCheck(settings: LogLineSettings, { carry, signal }: CheckContext): Promise<Finding> {
  const known = place.safeParse(carry)
  const before = known.success && known.data.path === settings.path ? known.data : null
  try {
    const parts = await partsSince(settings.path, before)
    if (!before) return { ...unknown('followed from here'), carry: parts.at(-1)?.place }
    return await count(settings, parts, signal)
  } catch (error) {
    const note = noteOf(error)
    // A log that is not there may have been moved away a moment ago.
    return note === 'ENOENT' ? unknown(note) : down(note)
  }
}

/** A file with lines that nobody has read, and from where. */
interface Part {
  readonly file: string
  readonly place: Place
}

async function partsSince(path: string, before: Place | null): Promise<Part[]> {
  const { ino: inode, size } = await stat(path)
  if (!before) return [{ file: path, place: { path, inode, offset: size, head: await headOf(path, size) } }]
  const same = inode === before.inode && size >= before.offset && (await headOf(path, before.offset)) === before.head
  if (same) return [{ file: path, place: before }]
  const fresh = { file: path, place: { path, inode, offset: 0, head: '' } }
  const moved = await movedTo(path, before)
  return moved ? [{ file: moved, place: before }, fresh] : [fresh]
}

/** Where the file that was read is now, beside its old name. */
async function movedTo(path: string, { inode, offset, head }: Place): Promise<string | null> {
  const folder = dirname(path)
  for (const name of await readdir(folder)) {
    if (name === basename(path) || !name.startsWith(basename(path))) continue
    const file = join(folder, name)
    const found = await stat(file).catch(() => null) // gone again
    if (found?.ino === inode && found.size >= offset && (await headOf(file, offset)) === head) return file
  }
  return null
}

async function count(settings: LogLineSettings, parts: readonly Part[], signal: AbortSignal): Promise<Finding> {
  const pattern = RE2JS.compile(settings.pattern)
  let [left, lines, place, behind] = [mostBytes, 0, parts[0]?.place, 0]
  for (const part of parts) {
    const { text, next, size } = await readLines(part, left, settings.charset)
    lines += text.filter((line) => pattern.matcher(line).find()).length
    left -= next.offset - part.place.offset
    place = next
    behind = left <= 0 ? size - next.offset : 0
    // What is left of the old file comes before the new one.
    if (behind > 0 || signal.aborted) break
  }
  const more = behind > 0 ? `, ${behind} bytes behind` : ''
  return { ...compared(settings, lines, `${lines} lines${more}`), carry: place }
}

interface Read {
  readonly text: readonly string[]
  readonly next: Place
  readonly size: number
}

/** Whole lines only: what has no end yet is read when it has, unless it is longer than a check reads. */
async function readLines({ file, place }: Part, most: number, charset: string): Promise<Read> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const bytes = await bytesAt(handle, place.offset, Math.min(most, size - place.offset))
    const end = bytes.lastIndexOf(0x0a) + 1
    const taken = end === 0 && bytes.length === most ? bytes.length : end
    const offset = place.offset + taken
    const text = new TextDecoder(charset).decode(bytes.subarray(0, taken)).split(/\r?\n/)
    return {
      text: text.slice(0, text.at(-1) === '' ? -1 : undefined),
      next: { ...place, offset, head: await digest(handle, offset) },
      size,
    }
  } finally {
    await handle.close()
  }
}

async function headOf(file: string, offset: number): Promise<string> {
  const handle = await open(file)
  try {
    return await digest(handle, offset)
  } finally {
    await handle.close()
  }
}

/** How a file begins, as far as it was read. */
async function digest(handle: FileHandle, offset: number): Promise<string> {
  const bytes = await bytesAt(handle, 0, Math.min(headBytes, offset))
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 16)
}

async function bytesAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at)
  return buffer.subarray(0, bytesRead)
}

import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileSettings } from '../../kinds/machine.settings.ts'
import { type CheckContext, down, type Finding, noteOf, slow, up } from './check.ts'

/** A file dated this far ahead of our clock would look fresh for as long: said, and slow. In seconds. */
const AHEAD_SECONDS = 60

/** How old the file is, or the newest file directly inside a folder; the value is its age in seconds. */
export async function fileCheck(settings: FileSettings, context: CheckContext): Promise<Finding> {
  try {
    const file = await newest(settings.path, context.signal)
    return file ? fileFinding(settings, file, context.now) : down('empty folder')
  } catch (error) {
    return down(noteOf(error))
  }
}

export interface FileFacts {
  mtimeMs: number
  size: number
}

/** Judges age against `now` (milliseconds since 1970) and size. */
export function fileFinding(settings: FileSettings, file: FileFacts, now: number): Finding {
  const age = Math.round((now - file.mtimeMs) / 100) / 10
  if (age > settings.maxAgeSeconds) return down(`${age} s old`, age)
  if (file.size < (settings.minBytes ?? 0)) return down(`${file.size} bytes`, age)
  if (age < -AHEAD_SECONDS) return slow('dated ahead', age)
  if (age > (settings.warnAgeSeconds ?? Number.POSITIVE_INFINITY)) return slow(`${age} s old`, age)
  return up(`${Math.max(0, age)} s old`, age)
}

async function newest(path: string, signal: AbortSignal): Promise<FileFacts | null> {
  const itself = await stat(path)
  if (!itself.isDirectory()) return itself
  let latest: FileFacts | null = null
  for await (const entry of await opendir(path)) {
    signal.throwIfAborted()
    if (!entry.isFile()) continue
    const facts = await statUnlessGone(join(path, entry.name))
    if (facts && (!latest || facts.mtimeMs > latest.mtimeMs)) latest = facts
  }
  return latest
}

/** Files may be moved away while a folder is read. */
async function statUnlessGone(path: string): Promise<FileFacts | null> {
  try {
    return await stat(path)
  } catch (error) {
    if (noteOf(error) === 'ENOENT') return null
    throw error
  }
}

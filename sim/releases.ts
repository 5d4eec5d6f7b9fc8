import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PartCode, partOf } from './parts.ts'

/** Where it is written which release of a part is in place, once another than the first was. */
const releaseFile = (home: string, code: PartCode): string => join(home, `${code}.release`)

/** Whether there is such a release of a part. */
export const isRelease = (code: PartCode, release: string): boolean => {
  const { version, releases = [] } = partOf(code)
  return [version, ...releases].includes(release)
}

/** The release that a part begins with. */
export function releaseOf(home: string, code: PartCode): string {
  try {
    const written = readFileSync(releaseFile(home, code), 'utf8').trim()
    if (isRelease(code, written)) return written
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return partOf(code).version
}

/** Puts a release in place; what runs goes on with its own until it is started anew. */
export function putInPlace(home: string, code: PartCode, release: string): void {
  mkdirSync(home, { recursive: true })
  writeFileSync(releaseFile(home, code), `${release}\n`)
}

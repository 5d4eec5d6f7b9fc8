import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Manifest {
  takenAt: string
  files: { name: string; size: number; sha256: string }[]
}

const manifestName = 'manifest.json'
/** What the newest backup holds, at one place: whoever watches how old it is needs no other. */
const newestName = 'newest-backup.json'

/**
 * Copies settlement's data to `backups/<stamp>` with a manifest, and returns that folder. The sums are of what was
 * read, so a copy that went wrong is found on reading back. Refuses when there is no data.
 */
export function takeBackup(home: string, now: Date): string {
  const from = join(home, 'settlement')
  if (!existsSync(from)) throw new Error(`nothing to back up: settlement has no data in ${home}`)
  const folder = join(home, 'backups', now.toISOString().replaceAll(/[-:.]/g, ''))
  // Complete or not there at all: an interrupted copy keeps its other name.
  const partial = `${folder}.partial`
  mkdirSync(partial, { recursive: true })
  const files = readdirSync(from).map((name) => {
    const bytes = readFileSync(join(from, name))
    writeFileSync(join(partial, name), bytes, { flush: true })
    return { name, size: bytes.length, sha256: sha256(bytes) }
  })
  const manifest: Manifest = { takenAt: now.toISOString(), files }
  writeFileSync(join(partial, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true })
  renameSync(partial, folder)
  copyFileSync(join(folder, manifestName), join(home, newestName))
  return folder
}

/** Reads a backup's files back against its manifest: the names of those missing or changed, empty when all is well. */
export function damagedFiles(folder: string): string[] {
  return readManifest(folder)
    .files.filter(({ name, size, sha256: sum }) => {
      const path = join(folder, name)
      if (!existsSync(path)) return true
      const bytes = readFileSync(path)
      return bytes.length !== size || sha256(bytes) !== sum
    })
    .map(({ name }) => name)
}

/** The manifest of a backup. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, manifestName), 'utf8'))
}

/** The folder of the newest complete backup, if there is one. */
export function latestBackup(home: string): string | undefined {
  const all = join(home, 'backups')
  const names = existsSync(all) ? readdirSync(all).filter((name) => !name.endsWith('.partial')) : []
  const last = names.toSorted().at(-1)
  return last === undefined ? undefined : join(all, last)
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

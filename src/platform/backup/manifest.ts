import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'

const tableSchema = z.strictObject({
  schema: z.string(),
  name: z.string(),
  /** In the order of the file's columns; what the database computes by itself is not among them. */
  columns: z.array(z.string()),
  rows: z.int(),
  /** SHA-256 of the file, in hex. */
  digest: z.string(),
})

/** What a backup holds, and by what it is known to be whole. */
export const manifestSchema = z.strictObject({
  format: z.literal(1),
  at: z.iso.datetime(),
  /** The migrations that had been applied, with their digests: it is restored under the same. */
  migrations: z.array(z.strictObject({ name: z.string(), digest: z.string() })),
  tables: z.array(tableSchema),
  /** Where each sequence stood; null where it was never drawn from. */
  sequences: z.array(z.strictObject({ schema: z.string(), name: z.string(), value: z.string().nullable() })),
  /** Kept files by digest, and settings of the data folder by name. */
  files: z.array(z.string()),
  settings: z.array(z.string()),
})

export type Manifest = z.output<typeof manifestSchema>
export type SavedTable = z.output<typeof tableSchema>

export const dataFile = (folder: string, { schema, name }: Pick<SavedTable, 'schema' | 'name'>): string =>
  join(folder, 'data', `${schema}.${name}.copy.gz`)

const manifestFile = (folder: string): string => join(folder, 'manifest.json')

/** Written last: a folder without it is no backup. */
export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeFile(manifestFile(folder), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flush: true })

/** Reads what the backup says of itself; throws one sentence where there is none. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(manifestFile(folder), 'utf8').catch(() => {
    throw new Error(`${folder} is no backup, or one that was cut off: it has no manifest.json.`)
  })
  return manifestSchema.parse(JSON.parse(text))
}

export async function digestOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

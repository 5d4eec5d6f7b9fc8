import { createReadStream } from 'node:fs'
import { lstat, mkdir, readdir, realpath } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { createInterface } from 'node:readline'
import type { Programs } from '../../../../platform/process/programs.ts'
import type { MethodSettings } from '../../backup-plan/method.settings.ts'
import type { Restored, Scratch } from './restored.ts'
import { runProgram } from './run-program.ts'
import { Unproven } from './unproven.ts'

const mostLine = 200

/** Unpacks an archive of tar, compressed or not; owners and rights are not taken over. */
export async function restoreTar(file: string, scratch: Scratch): Promise<Restored> {
  const folder = await into(scratch)
  const args = ['--extract', '--no-same-owner', '--no-same-permissions', '--file', file, '--directory', folder]
  await runProgram(scratch, { command: 'tar', args })
  return filesIn(folder)
}

/** Restores a snapshot and reads back what it wrote; the repository is read only, so no lock is left in it. */
export async function restoreRestic(
  { repository, passwordFile }: Extract<MethodSettings, { is: 'restic' }>,
  snapshot: string | null,
  scratch: Scratch,
): Promise<Restored> {
  // It stands among the arguments: anything but the digits of a snapshot might be taken for an option.
  if (snapshot === null || !/^[0-9a-f]{8,64}$/.test(snapshot))
    throw new Unproven('上报时没有说明是哪个快照。', 'The run did not say which snapshot it made.')
  const folder = await into(scratch)
  const from = ['--repo', repository, '--password-file', passwordFile, '--no-cache', '--no-lock']
  await runProgram(scratch, { command: 'restic', args: [...from, 'restore', snapshot, '--target', folder, '--verify'] })
  return filesIn(folder)
}

/** Has a program of the server's own list restore: it is given the copy and an empty folder, and may say totals as `name=value` lines. */
export async function restoreByProgram(
  name: string,
  file: string,
  programs: Programs,
  scratch: Scratch,
): Promise<Restored> {
  const program = Object.hasOwn(programs, name) ? programs[name] : undefined
  if (!program)
    throw new Unproven(`程序「${name}」不在本服务器的清单中。`, `Program ${name} is not on this server’s list.`)
  const folder = await into(scratch)
  const { command, args, cwd, env } = program
  const said = await runProgram(scratch, { command, args: [...args, file, folder], cwd, env })
  const totals = new Map(
    [...said.matchAll(/^([a-z][a-z0-9_.-]*)=(.*)$/gm)].map(([, key, value]) => [key, value?.trim()]),
  )
  const files = await filesIn(folder)
  const counted = Object.fromEntries(
    [...totals].flatMap(([key, value]) => (key && value && /^\d{1,15}$/.test(value) ? [[key, Number(value)]] : [])),
  )
  return {
    counted: files.counted['files'] === 0 ? counted : { ...files.counted, ...counted },
    measure: async (total) => totals.get(total.name) ?? (total.of === '' ? null : files.measure(total)),
    close: files.close,
  }
}

async function into({ folder }: Scratch): Promise<string> {
  const path = join(folder, 'files')
  await mkdir(path, { mode: 0o700 })
  return path
}

async function filesIn(folder: string): Promise<Restored> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = found.filter((one) => one.isFile())
  let bytes = 0
  for (const file of files) bytes += (await lstat(join(file.parentPath, file.name))).size
  return {
    counted: { files: files.length, bytes },
    measure: ({ of }) => measure(folder, of),
    close: async () => {},
  }
}

/** The first line of a file, or with `#lines` how many it has; never of one outside of what was restored. */
async function measure(folder: string, of: string): Promise<string | null> {
  const [, name = '', asks] = /^(.*?)(#lines)?$/s.exec(of) ?? []
  const path = await realpath(join(folder, name)).catch(() => null)
  if (path === null || relative(await realpath(folder), path).split(sep)[0] === '..') return null
  if (!(await lstat(path)).isFile()) return null
  let lines = 0
  const reader = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })
  for await (const line of reader) {
    if (!asks) return line.trim().slice(0, mostLine)
    lines++
  }
  return asks ? String(lines) : ''
}

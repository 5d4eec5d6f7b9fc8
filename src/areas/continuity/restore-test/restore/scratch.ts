import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { living } from '../../../../platform/db/postgres/process.ts'

const ours = /^touchstone-restore-(\d+)-/

/** An empty folder of this process, where one copy is restored. */
export async function makeScratch(beneath: string): Promise<string> {
  const folder = await mkdtemp(join(beneath || tmpdir(), `touchstone-restore-${process.pid}-`))
  // The databases' own accounts pass through it; what is inside has modes of its own.
  await chmod(folder, process.getuid?.() === 0 ? 0o711 : 0o700)
  return folder
}

/** Ends and removes what a server that was killed in the middle of a test left on this machine: data of the firm is in it. */
export async function clearLeft(beneath: string): Promise<void> {
  const place = beneath || tmpdir()
  const names = await readdir(place).catch(() => [])
  for (const name of names) {
    const owner = ours.exec(name)?.[1]
    if (owner === undefined || living(Number(owner))) continue
    const folder = join(place, name)
    for (const file of ['server/postgres/data/postmaster.pid', 'run/mariadb.pid'])
      await endServer(folder, join(folder, file))
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

/** Its id may have gone to another since: only a process that was started in this folder is ended. */
async function endServer(folder: string, pidFile: string): Promise<void> {
  const pid = Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10)
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  if (pid > 0 && command.includes(folder)) process.kill(pid, 'SIGKILL')
}

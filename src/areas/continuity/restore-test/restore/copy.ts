import { realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { digestOfFile } from '../../../../platform/backup/manifest.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { backupRun } from '../../backup-run/backup-run.record.ts'
import { Unproven } from './unproven.ts'

type Reported = Pick<RowOf<typeof backupRun>, 'location' | 'bytes' | 'sha256'>

/**
 * The file of a copy, once it is known to be what was reported: there, within the plan's folder, of that size and that digest.
 * Whoever holds a plan's token says where its copy lies, so nothing outside of the folder is ever opened.
 */
export async function wholeCopy(folder: string, { location, bytes, sha256 }: Reported): Promise<string> {
  if (location === null) throw new Unproven('上报时没有说明副本在哪里。', 'The run did not say where its copy is.')
  if (sha256 === null) throw new Unproven('上报时没有校验值。', 'The run reported no digest.')
  const path = await within(folder, location)
  const found = await stat(path)
  if (!found.isFile()) throw new Unproven(`${location} 不是文件。`, `${location} is no file.`)
  if (found.size === 0) throw new Unproven('副本是空文件。', 'The copy is an empty file.')
  if (bytes !== null && found.size !== bytes)
    throw new Unproven(
      `副本现有 ${found.size} 字节,上报时为 ${bytes}。`,
      `The copy has ${found.size} bytes; ${bytes} were reported.`,
    )
  if ((await digestOfFile(path)) !== sha256)
    throw new Unproven('副本与上报时的校验值不符。', 'The copy is not what was reported: its digest differs.')
  return path
}

async function within(folder: string, location: string): Promise<string> {
  const gone = () => new Unproven(`副本不存在:${location}`, `The copy is not there: ${location}`)
  const [root, path] = await Promise.all([realpath(folder), realpath(join(folder, location))]).catch(() => {
    throw gone()
  })
  const inside = relative(root, path)
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`)) throw gone()
  return path
}

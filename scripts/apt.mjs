import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** May we install system packages ourselves? As root on Debian and its kin. */
export const canInstall = () => process.getuid?.() === 0 && onPath('apt-get') !== undefined

/** Runs apt-get without a question; true when it succeeded. */
export function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('apt-get', args, { env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

/** Where a program lies on the PATH. */
export const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(canRun)

export function canRun(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    // Missing or not ours to run: either way not this one.
    return false
  }
}

import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'

/**
 * The data folder, everything that Touchstone keeps outside of PostgreSQL's reach:
 *
 *     server.lock      which process serves from this folder (lock.ts)
 *     postgres.json    port and password of the embedded PostgreSQL, mode 0600 (secret.ts)
 *     postgres/        the embedded PostgreSQL (place.ts); a link where its account cannot pass through this folder
 *
 * `TOUCHSTONE_HOME` decides; else `/var/lib/touchstone` for root, else `$XDG_DATA_HOME/touchstone` or `~/.local/share/touchstone`.
 * Give `os.homedir()`, which hears `HOME`; the one of `os.userInfo()` does not.
 */
export function defaultHome(env: NodeJS.ProcessEnv, user: { uid: number; homedir: string }): string {
  if (env['TOUCHSTONE_HOME']) return resolve(env['TOUCHSTONE_HOME'])
  if (user.uid === 0) return '/var/lib/touchstone'
  const xdg = env['XDG_DATA_HOME']
  // The XDG base directory specification: a relative path is to be ignored.
  const base = xdg && isAbsolute(xdg) ? xdg : join(user.homedir, '.local', 'share')
  return join(base, 'touchstone')
}

/** Makes the data folder where it is missing, for its owner alone; root's lets others pass through (0711) but not look. */
export function makeHome(home: string): void {
  if (existsSync(home)) return
  mkdirSync(dirname(home), { recursive: true })
  mkdirSync(home, { recursive: true })
  chmodSync(home, process.getuid?.() === 0 ? 0o711 : 0o700)
}

import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Settings, writeConfig } from './config.ts'
import { failed, type Programs, run } from './programs.ts'
import { freePort, keepSecret, type Secret } from './secret.ts'

/** Starts the server, while none runs and the data folder is ours, and answers its port; refuses with `unavailable` and PostgreSQL's own last words. */
export async function launch(
  programs: Programs,
  home: string,
  secret: Secret,
  settings: Settings,
  tries = 3,
): Promise<number> {
  const port = await freePort(secret.port)
  const log = join(programs.place, 'log', 'startup.log')
  rmSync(log, { force: true })
  // No server runs, so this is stale; PostgreSQL would take any process that has its id now for a server.
  rmSync(join(programs.place, 'data', 'postmaster.pid'), { force: true })
  writeConfig(programs.place, port, settings)
  // Kept before the start: whoever takes over later must know the port of a server whose owner died right after it.
  keepSecret(home, { ...secret, port })
  const started = await run(programs, 'pg_ctl', ['start', '-D', programs.place, '-w', '-t', '120', '-s', '-l', log])
  if (started.ok) return port
  // A stranger may have taken the port between our look and the server's.
  if (tries > 1 && (await freePort(port)) !== port) return launch(programs, home, secret, settings, tries - 1)
  throw failed(`${started.output}\n${lastWords(join(programs.place, 'log'))}`)
}

/** Ends the server: connections are cut, data is safe. */
export async function end(programs: Programs): Promise<void> {
  const stopped = await run(programs, 'pg_ctl', ['stop', '-D', programs.place, '-m', 'fast', '-w', '-t', '120', '-s'])
  // Somebody may have stopped it already, and that is what is wanted.
  if (!stopped.ok && existsSync(join(programs.place, 'data', 'postmaster.pid'))) throw new Error(stopped.output)
}

// The log is written by startup.log until the collector runs, then by the file of the day.
function lastWords(folder: string): string {
  const files = readdirSync(folder).map((name) => join(folder, name))
  files.sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs)
  const text = files.slice(-2).map((file) => readFileSync(file, 'utf8'))
  return text.join('\n').trim().split('\n').slice(-8).join('\n')
}

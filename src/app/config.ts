import { homedir } from 'node:os'
import { resolve } from 'node:path'
import type { SignInSettings } from '../platform/auth/settings.ts'
import { defaultHome } from '../platform/db/postgres/home.ts'
import { type FileConfig, readFileConfig } from './files.config.ts'
import { readSignIn } from './sign-in.config.ts'

/** What the environment says, read once. */
export interface Config {
  readonly host: string
  readonly port: number
  /** Data folder: the embedded database, the practice floor, secrets. */
  readonly home: string
  /** A database of one's own; without it the embedded one is started. */
  readonly databaseUrl: string | undefined
  readonly demo: boolean
  readonly demoPassword: string | undefined
  /** The first of six ports for the demo firm's practice floor. */
  readonly floorPort: number
  readonly signIn: SignInSettings
  readonly files: FileConfig
  /** Where mail is handed over by SMTP; null where none is. */
  readonly smtpPort: number | null
}

/** Reads the environment; throws one sentence that names every fault. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const faults: string[] = []
  const port = (name: string, fallback: number): number => {
    const given = Number(env[name] || fallback)
    if (!Number.isInteger(given) || given < 0 || given > 65_529)
      faults.push(`${name} must be a port, not "${env[name]}"`)
    return given
  }
  const demo = env['TOUCHSTONE_DEMO'] ?? '1'
  if (demo !== '0' && demo !== '1') faults.push(`TOUCHSTONE_DEMO must be 0 or 1, not "${demo}"`)
  const config = {
    host: env['HOST'] || '127.0.0.1',
    port: port('PORT', 7300),
    home: resolve(defaultHome(env, { uid: process.getuid?.() ?? -1, homedir: homedir() })),
    databaseUrl: env['DATABASE_URL'] || undefined,
    demo: demo === '1',
    demoPassword: env['TOUCHSTONE_DEMO_PASSWORD'] || undefined,
    floorPort: port('TOUCHSTONE_FLOOR_PORT', 7310),
    signIn: readSignIn(env, faults),
    files: readFileConfig(env, faults),
    smtpPort: env['TOUCHSTONE_SMTP_PORT'] ? port('TOUCHSTONE_SMTP_PORT', 0) : null,
  }
  if (faults.length > 0) throw new Error(faults.join('; '))
  return config
}

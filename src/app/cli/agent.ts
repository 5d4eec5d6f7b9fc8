import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pino from 'pino'
import { runAgent } from '../../areas/operations/probe-agent/agent/agent.ts'
import { type Identity, joinServer, readIdentity } from '../../areas/operations/probe-agent/agent/identity.ts'
import { lockHome } from '../../platform/db/postgres/lock.ts'
import { readPrograms } from '../../platform/process/programs.ts'
import { root } from '../../platform/root.ts'
import type { Config } from '../config.ts'
import { untilStopped } from './until-stopped.ts'

/**
 * `touchstone agent [--join ADDRESS --token TOKEN]`: probes for a server elsewhere, until it is stopped. It joins once; from then on it
 * knows whose it is.
 */
export async function runAgentHere(config: Config, argv: readonly string[]): Promise<undefined> {
  const { join: server, token } = parseArgs({
    args: [...argv],
    options: { join: { type: 'string' }, token: { type: 'string' } },
  }).values
  const folder = join(config.home, 'agent')
  const lock = lockHome(folder)
  try {
    const identity = await whoIsIt(join(folder, 'agent.json'), server, token)
    const { number, name } = identity.joined as NonNullable<Identity['joined']>
    console.log(
      `探测代理 ${number}「${name}」为 ${identity.server} 工作 · Probe agent ${number} (${name}) works for ${identity.server}`,
    )
    await untilStopped(async () => {
      const agent = await runAgent({
        ...{ folder, identity },
        programs: await readPrograms(join(config.home, 'programs.json')),
        log: pino({ level: 'info' }),
        version: JSON.parse(await readFile(new URL('package.json', root), 'utf8')).version,
      })
      return {
        async stop() {
          await agent.stop()
          lock.release()
        },
      }
    })
  } catch (error) {
    lock.release()
    throw error
  }
}

async function whoIsIt(file: string, server?: string, token?: string): Promise<Identity> {
  if ((server === undefined) !== (token === undefined)) throw new Error('Give both: --join ADDRESS --token TOKEN')
  if (server !== undefined && token !== undefined) return joinServer(file, server, token)
  const known = await readIdentity(file)
  if (known?.joined) return known
  throw new Error('This agent has not joined yet: touchstone agent --join ADDRESS --token TOKEN')
}

import { readFile } from 'node:fs/promises'
import { Client, type ClientChannel } from 'ssh2'
import type { SshSettings } from '../../kinds/network.settings.ts'
import { type CheckContext, down, type Finding, noteOf, timedOut, unknown } from './check.ts'
import { compared } from './compare.ts'

/** No more of what the command says is read than this, in characters. */
const mostSaid = 65_536

/** Where a command is run, and the keys by which the host may prove itself. */
interface Remote extends Pick<SshSettings, 'host' | 'port' | 'user' | 'key' | 'command'> {
  readonly hostKeys: readonly string[]
}

/** What a command said on its standard output, and its exit code: null where a signal ended it. */
export interface Said {
  readonly code: number | null
  readonly said: string
}

/** Runs one command on a host over SSH. Exit code 0 is well; a number that is all the command says may be compared. */
export async function sshCheck(settings: SshSettings, context: CheckContext): Promise<Finding> {
  const found = await sayOverSsh({ ...settings, hostKeys: [settings.hostKey] }, context)
  return 'said' in found ? sshFinding(settings, found.code, found.said) : found
}

/**
 * What one command says on a host over SSH, or why it could not be asked. The host proves itself by a key that is pinned, we by a
 * private key whose file the server's environment names.
 */
export async function sayOverSsh(
  remote: Remote,
  context: Pick<CheckContext, 'signal' | 'limitMs' | 'target'>,
): Promise<Said | Finding> {
  const file = await context.target(remote.key)
  if (file === null) return unknown('unknown target')
  let privateKey: Buffer
  try {
    privateKey = await readFile(file)
  } catch (error) {
    return unknown(`private key: ${noteOf(error)}`)
  }
  return new Promise((resolve) => {
    let finding: Said | Finding = timedOut
    let offered = ''
    const client = new Client()
    const end = (found: Said | Finding) => {
      finding = found
      client.end()
      client.destroy()
    }
    context.signal.addEventListener('abort', () => client.destroy(), { once: true })
    client.once('ready', () =>
      client.exec(remote.command, (error, channel) => {
        if (error) end(down(noteOf(error)))
        else hear(channel, (code, said) => end({ code, said }))
      }),
    )
    client.on('error', (error) =>
      end(down(offered !== '' && !remote.hostKeys.includes(offered) ? `host key is ${offered}` : noteOf(error))),
    )
    client.once('close', () => resolve(finding))
    try {
      client.connect({
        ...{ host: remote.host, port: remote.port, username: remote.user, privateKey },
        readyTimeout: context.limitMs,
        hostHash: 'sha256',
        hostVerifier: (digest: string) => {
          offered = `SHA256:${Buffer.from(digest, 'hex').toString('base64').replace(/=+$/, '')}`
          return remote.hostKeys.includes(offered)
        },
      })
    } catch (error) {
      // A key that cannot be read, or wants a passphrase.
      resolve(unknown(`private key: ${noteOf(error)}`))
    }
  })
}

function hear(channel: ClientChannel, ended: (code: number | null, said: string) => void): void {
  let said = ''
  let code: number | null = null
  channel.setEncoding('utf8')
  channel.on('data', (text: string) => {
    said = (said + text).slice(0, mostSaid)
  })
  channel.stderr.resume()
  channel.on('exit', (given: number | null) => {
    code = given
  })
  channel.once('close', () => ended(code, said))
}

/** No exit code: a signal ended it. */
export function sshFinding(settings: SshSettings, code: number | null, said: string): Finding {
  const [line = ''] = said.trim().split('\n')
  if (code !== 0) return down(`exit ${code ?? 'by a signal'}${line && `: ${line.slice(0, 60)}`}`)
  const value = /^-?\d+(\.\d+)?$/.test(said.trim()) ? Number(said) : null
  const judged = settings.warnWhen !== undefined || settings.downWhen !== undefined
  if (value === null) return judged ? unknown('no number said') : { outcome: 'up', value, note: line.slice(0, 80) }
  return compared(settings, value, 'exit 0')
}

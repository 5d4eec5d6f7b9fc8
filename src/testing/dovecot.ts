import { spawn } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ImapFlow } from 'imapflow'
import { isHere } from './outside.ts'
import { freePort } from './port.ts'

const program = '/usr/sbin/dovecot'
const user = { name: 'it', password: 'the mailbox itself' }

/** Is Dovecot's IMAP server here? */
export const hasDovecot = isHere('/usr/lib/dovecot/imap', 'fetching mail', 'dovecot-imapd')

/** A real IMAP server with one mailbox, as a process of its own in a folder of its own. */
export interface Dovecot {
  readonly port: number
  readonly user: string
  readonly password: string
  /** Puts a mail into a folder, as a delivery would. */
  put(raw: Buffer, folder?: string): Promise<void>
  /** What lies in a folder: of each mail its UID and flags. */
  list(folder?: string): Promise<{ uid: number; flags: string[] }[]>
  /** Takes the mark of being seen off all of them. */
  unsee(folder?: string): Promise<void>
  stop(): Promise<void>
}

export async function startDovecot(): Promise<Dovecot> {
  const home = await mkdtemp(join(tmpdir(), 'touchstone-dovecot-'))
  // Its processes are several users, where root starts them.
  await chmod(home, 0o755)
  const owner = process.getuid?.() === 0 ? 65_534 : (process.getuid?.() ?? 0)
  await mkdir(join(home, 'mail'))
  if (process.getuid?.() === 0) await chown(join(home, 'mail'), owner, owner)
  await writeFile(
    join(home, 'users'),
    `${user.name}:{PLAIN}${user.password}:${owner}:${process.getuid?.() === 0 ? owner : process.getgid?.()}::${home}/mail::\n`,
  )
  const port = await freePort()
  await writeFile(join(home, 'dovecot.conf'), configuration(home, port))
  const child = spawn(program, ['-F', '-c', join(home, 'dovecot.conf')], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))

  const asUser = async <T>(work: (client: ImapFlow) => Promise<T>): Promise<T> => {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port,
      secure: false,
      doSTARTTLS: false,
      logger: false,
      auth: { user: user.name, pass: user.password },
    })
    client.on('error', () => {})
    try {
      await client.connect()
      return await work(client)
    } finally {
      await client.logout().catch(() => client.close())
    }
  }
  await answering(asUser, async () => {
    if (child.exitCode !== null) throw new Error(`dovecot ended: ${await readFile(join(home, 'log'), 'utf8')}`)
  })
  await asUser((client) => client.mailboxCreate('Done'))

  return {
    port,
    user: user.name,
    password: user.password,
    put: (raw, folder = 'INBOX') => asUser(async (client) => void (await client.append(folder, raw))),
    list: (folder = 'INBOX') =>
      asUser(async (client) => {
        await client.mailboxOpen(folder)
        const all = await client.fetchAll('1:*', { uid: true, flags: true })
        return all.map(({ uid, flags }) => ({ uid, flags: [...(flags ?? [])] }))
      }),
    unsee: (folder = 'INBOX') =>
      asUser(async (client) => {
        await client.mailboxOpen(folder)
        await client.messageFlagsRemove('1:*', ['\\Seen'])
      }),
    async stop() {
      child.kill('SIGTERM')
      await ended
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Where we are not root, nothing changes its user or its root. */
const configuration = (home: string, port: number) => `
protocols = imap
listen = 127.0.0.1
base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/log
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:~/box
passdb {
  driver = passwd-file
  args = ${home}/users
}
userdb {
  driver = passwd-file
  args = ${home}/users
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
${process.getuid?.() === 0 ? '' : '  chroot =\n'}}
`

async function answering(
  asUser: (work: (client: ImapFlow) => Promise<unknown>) => Promise<unknown>,
  lives: () => Promise<void>,
): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    await lives()
    const answered = await asUser((client) => client.noop()).then(
      () => true,
      () => false,
    )
    if (answered) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('dovecot did not answer')
}

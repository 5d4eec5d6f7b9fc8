import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { SettingsOf } from '../../record/outgoing.ts'
import { mail } from './mail.ts'
import { letterOf as anyLetter, deadPort, listening, refusalOf, silentServer } from './outgoing.testing.ts'

const letterOf = (some: Parameters<typeof anyLetter>[0] = {}) => anyLetter({ to: 'li@firm.example', ...some })

interface Arrived extends ParsedMail {
  readonly receivers: readonly string[]
  readonly raw: string
}

/** A real mail server for one test, what arrived there, and the settings that lead there. */
async function mailServer(options: SMTPServerOptions = {}) {
  const arrived: Arrived[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    async onData(stream, session, done) {
      const pieces: Buffer[] = []
      for await (const piece of stream) pieces.push(piece as Buffer)
      const raw = Buffer.concat(pieces)
      const receivers = session.envelope.rcptTo.map(({ address }) => address)
      arrived.push({ ...(await simpleParser(raw)), receivers, raw: raw.toString() })
      done()
    },
    ...options,
  })
  const port = await listening(server.server)
  onTestFinished(() => {
    for (const connection of server.connections) connection.close()
  })
  return { arrived, settings: settingsOf(port) }
}

const settingsOf = (port: number): SettingsOf<'mail'> => ({
  is: 'mail',
  host: '127.0.0.1',
  port,
  security: 'none',
  from: 'touchstone@firm.example',
  name: '试金石 "值班"',
})

const refusing = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

describe('a mail', () => {
  it('arrives as it was written, in Chinese, for one receiver, said to be of a machine', async () => {
    const { arrived, settings } = await mailServer()
    const letter = letterOf({ text: '一段 <b>&"\n二行\n\n三段', link: 'https://it/1?a="1"&b=2' })
    const id = await mail.send({ settings, secret: null }, letter, 5_000)
    expect(id).toBe(`<${letter.id}@firm.example>`)
    const [one] = arrived
    expect(one).toMatchObject({
      messageId: id,
      subject: '严重告警:交易前置 延迟过高',
      text: '一段 <b>&"\n二行\n\n三段\n\nhttps://it/1?a="1"&b=2',
      receivers: ['li@firm.example'],
      from: { value: [{ address: 'touchstone@firm.example', name: '试金石 "值班"' }] },
      to: { value: [{ address: 'li@firm.example', name: '' }] },
    })
    expect(one?.html).toContain('<p>一段 &lt;b&gt;&amp;&quot;<br>二行</p>\n<p>三段</p>\n')
    expect(one?.html).toMatch(/<a href="https:\/\/it\/1\?a=&quot;1&quot;&amp;b=2" style="[^"]*">查看<\/a>/)
    expect(one?.headers.get('auto-submitted')).toBe('auto-generated')
    expect(one?.headers.get('x-auto-response-suppress')).toBe('All')
    expect(one?.inReplyTo).toBeUndefined()
  })

  it('has the same message id when it is sent again, and stands in its thread', async () => {
    const { arrived, settings } = await mailServer()
    const letter = letterOf({ lang: 'en', thread: ['<a@firm.example>', '<b@firm.example>'] })
    const ids = [
      await mail.send({ settings, secret: null }, letter, 5_000),
      await mail.send({ settings, secret: null }, letter, 5_000),
    ]
    expect(new Set([...ids, ...arrived.map(({ messageId }) => messageId)]).size).toBe(1)
    expect(arrived[0]).toMatchObject({ inReplyTo: '<b@firm.example>', references: [...letter.thread] })
    expect(arrived[0]?.html).toMatch(/>Open<\/a>/)
  })

  it('says what it has to say without a link', async () => {
    const { arrived, settings } = await mailServer()
    await mail.send({ settings, secret: null }, letterOf({ link: null }), 5_000)
    expect(arrived[0]).toMatchObject({ text: '第一行\n第二行' })
    expect(arrived[0]?.html).not.toContain('<a ')
  })

  it('takes no header and no receiver from a subject, a name or a thread', async () => {
    const { arrived, settings } = await mailServer()
    const line = '\r\nBcc: evil@evil.example\r\n\r\nbody'
    const letter = letterOf({ subject: `告警${line}`, thread: [`<a@firm.example>${line}`] })
    await mail.send({ settings: { ...settings, name: `试金石${line}` }, secret: null }, letter, 5_000)
    const [one] = arrived
    expect(one?.subject).toBe('告警 Bcc: evil@evil.example body')
    expect(one?.receivers).toEqual(['li@firm.example'])
    expect(one?.bcc).toBeUndefined()
    expect(one?.raw).not.toMatch(/^Bcc:/im)
    expect(one?.text).toMatch(/^第一行/)
  })

  it.each([
    'li@firm.example, evil@evil.example',
    'li@firm.example\r\nRCPT TO:<evil@evil.example>',
    '"Li" <li@firm.example>',
    'li',
    '',
  ])('goes to nobody by the address %j', async (to) => {
    const { arrived, settings } = await mailServer()
    expect(await refusalOf(mail.send({ settings, secret: null }, letterOf({ to }), 5_000))).toMatchObject({
      again: false,
    })
    expect(arrived).toEqual([])
  })
})

describe('a mail server', () => {
  it('is given the name and password, and refuses for good those it does not know', async () => {
    const { arrived, settings } = await mailServer({
      authOptional: false,
      onAuth({ username, password }, _, done) {
        if (username === 'post' && password === '密码') done(null, { user: 1 })
        else done(refusing(535, 'Who are you?'))
      },
    })
    const known = { ...settings, user: 'post' }
    await mail.send({ settings: known, secret: '密码' }, letterOf(), 5_000)
    expect(arrived).toHaveLength(1)
    expect(await refusalOf(mail.send({ settings: known, secret: 'wrong' }, letterOf(), 5_000))).toEqual({
      reason: expect.stringContaining('535 Who are you?'),
      again: false,
    })
  })

  it.each([
    ['the receiver', 450, true],
    ['the receiver', 550, false],
    ['the mail', 452, true],
    ['the mail', 554, false],
  ])('that refuses %s with %i is tried again: %s', async (what, status, again) => {
    const refusal = refusing(status, '不收')
    const { settings } = await mailServer(
      what === 'the receiver'
        ? { onRcptTo: (_address, _session, done) => done(refusal) }
        : {
            onData(stream, _session, done) {
              stream.resume().on('end', () => done(refusal))
            },
          },
    )
    expect(await refusalOf(mail.send({ settings, secret: null }, letterOf(), 5_000))).toEqual({
      reason: expect.stringContaining(`${status} 不收`),
      again,
    })
  })

  it('that is too busy to greet is tried again', async () => {
    const { settings } = await mailServer({ onConnect: (_session, done) => done(refusing(421, 'Busy')) })
    expect(await refusalOf(mail.send({ settings, secret: null }, letterOf(), 5_000))).toEqual({
      reason: expect.stringContaining('421 Busy'),
      again: true,
    })
  })

  it('that cannot encrypt is told nothing where encryption is wanted', async () => {
    const { arrived, settings } = await mailServer()
    const wanted = { ...settings, security: 'starttls' } as const
    expect(await refusalOf(mail.send({ settings: wanted, secret: null }, letterOf(), 5_000))).toMatchObject({
      reason: expect.stringContaining('STARTTLS'),
      again: false,
    })
    expect(arrived).toEqual([])
  })

  it('that is not there or never answers is tried again', async () => {
    const gone = { settings: settingsOf(await deadPort()), secret: null }
    expect(await refusalOf(mail.send(gone, letterOf(), 5_000))).toEqual({
      reason: expect.stringContaining('ECONNREFUSED'),
      again: true,
    })
    const { port, left } = await silentServer()
    expect(await refusalOf(mail.send({ settings: settingsOf(port), secret: null }, letterOf(), 200))).toEqual({
      reason: 'No answer in time',
      again: true,
    })
    await left
  })

  it('that greets without end is tried again', async () => {
    const { port, left } = await silentServer((socket) => {
      const more = () => {
        while (socket.write('220-welcome\r\n'.repeat(1_000)));
      }
      socket.on('drain', more)
      more()
    })
    expect(await refusalOf(mail.send({ settings: settingsOf(port), secret: null }, letterOf(), 3_000))).toMatchObject({
      again: true,
    })
    await left
  })
})

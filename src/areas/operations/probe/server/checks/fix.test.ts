import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { fixSettings } from '../../kinds/network.settings.ts'
import { observe } from './observe.ts'
import { paced } from './pace.ts'

let server: Server | undefined
afterEach(() => {
  server?.close()
})

type Heard = Readonly<Record<string, string>>

/** A small acceptor that speaks FIX by itself: what it hears, and what it answers, by type. */
async function acceptor(answers: Readonly<Record<string, ((heard: Heard) => string) | string>>) {
  const heard: Heard[] = []
  server = createServer((socket) => {
    let text = ''
    socket.setEncoding('latin1').on('data', (chunk) => {
      text += chunk
      for (let end = whole(text); end > 0; end = whole(text)) {
        const fields = Object.fromEntries(
          text
            .slice(0, end)
            .split('\x01')
            .filter(Boolean)
            .map((one) => one.split('=')),
        )
        text = text.slice(end)
        heard.push(fields)
        send(socket, answers[fields['35']], fields)
      }
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, heard }
}

const soh = '\x01'
const trailer = new RegExp(`${soh}10=\\d{3}${soh}`)
const whole = (text: string) => (trailer.exec(text)?.index ?? -8) + 8

function send(socket: Socket, answer: ((heard: Heard) => string) | string | undefined, heard: Heard): void {
  if (answer === undefined) return
  const body = (typeof answer === 'string' ? answer : answer(heard)).replaceAll('|', '\x01')
  const head = `8=FIX.4.4\x019=${body.length}\x01${body}`
  const sum = [...head].reduce((all, one) => all + one.charCodeAt(0), 0) % 256
  socket.write(`${head}10=${String(sum).padStart(3, '0')}\x01`, 'latin1')
}

const head = (type: string, n: number) => `35=${type}|49=EXCHANGE|56=MEMBER|34=${n}|52=20261125-01:00:00.000|`
const logon = `${head('A', 1)}98=0|108=30|`
const heartbeat = ({ 112: id }: Heard) => `${head('0', 2)}112=${id}|`

async function look(port: number, more: object = {}, login: string | null = null) {
  const settings = { kind: 'fix', host: '127.0.0.1', port, sender: 'MEMBER', target: 'EXCHANGE', ...more }
  const now = Date.parse('2026-11-25T01:00:00Z')
  const found = await observe(fixSettings.parse(settings), { intervalMs: 10_000, now, target: () => login })
  return { outcome: found.outcome, value: found.value, note: found.note }
}

describe('fix', () => {
  it('logs on, has its test request answered, and logs out', async () => {
    const { port, heard } = await acceptor({ A: logon, 1: heartbeat })
    expect(await look(port, { login: 'exchange' }, 'ts:sec:ret')).toMatchObject({
      outcome: 'up',
      value: expect.any(Number),
    })
    await expect.poll(() => heard.map((one) => one['35'])).toEqual(['A', '1', '5'])
    expect(heard[0]).toMatchObject({
      8: 'FIX.4.4',
      34: '1',
      49: 'MEMBER',
      56: 'EXCHANGE',
      98: '0',
      108: '30',
      141: 'Y',
      553: 'ts',
      554: 'sec:ret',
    })
    expect(heard.map((one) => one['34'])).toEqual(['1', '2', '3'])
  })

  it('answers what it is asked meanwhile, and takes no other heartbeat for its own', async () => {
    const { port, heard } = await acceptor({ A: `${head('1', 1)}112=ours|`, 0: logon, 1: `${head('0', 3)}` })
    expect(await look(port, { timeoutMs: 300 })).toMatchObject({ outcome: 'down', note: 'timeout' })
    expect(heard[1]).toMatchObject({ 35: '0', 112: 'ours' })
  })

  it.each([
    [{ A: `${head('5', 1)}58=wrong password|` }, 'logout: wrong password'],
    [{ A: logon, 1: `${head('3', 2)}45=2|58=no such tag|` }, 'reject: no such tag'],
    [{}, 'timeout'],
  ])('%j is down', async (answers, note) => {
    const { port } = await acceptor(answers)
    expect(await look(port, { timeoutMs: 300 })).toMatchObject({ outcome: 'down', note })
  })

  it('is down where something else is spoken, it hangs up, or a login is not to be had', async () => {
    server = createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    expect(await look(port)).toMatchObject({ outcome: 'down', note: 'not FIX' })
    server.close()
    server = createServer((socket) => socket.end()).listen(0, '127.0.0.1')
    await once(server, 'listening')
    expect(await look((server.address() as AddressInfo).port)).toMatchObject({ outcome: 'down', note: 'hung up' })
    expect(await look(port, { login: 'exchange' })).toMatchObject({ outcome: 'down', note: 'unknown target' })
  })

  it.each([
    [4, 'up', 'answered in 4 ms'],
    [6, 'slow', 'over 5 ms'],
    [11, 'down', 'over 10 ms'],
  ])('%d ms is %s', (ms, outcome, note) => {
    const settings = fixSettings.parse({
      kind: 'fix',
      host: 'a',
      port: 1,
      sender: 'A',
      target: 'B',
      warnDelayMs: 5,
      downDelayMs: 10,
    })
    expect(paced(settings, ms)).toEqual({ outcome, value: ms, note })
  })
})

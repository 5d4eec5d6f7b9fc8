/** For tests: a small real name server on UDP (RFC 1035) that knows what it is told. */
import { createSocket } from 'node:dgram'
import { once } from 'node:events'

const types = { 1: 'A', 15: 'MX', 16: 'TXT' } as const

/** Answers by `name TYPE`; a name without any does not exist, and a question for `null` gets no answer at all. */
export async function nameServer(answers: Readonly<Record<string, readonly string[] | null>>) {
  const socket = createSocket('udp4')
  socket.on('message', (query, from) => {
    const { name, type, end } = questionOf(query)
    const found = answers[`${name} ${type}`]
    if (found === null) return
    const records = (found ?? []).map((one) => record(query, type, one))
    const flags = found ? 0x8180 : 0x8183 // NXDOMAIN
    const head = Buffer.from([query[0]!, query[1]!, flags >> 8, flags & 0xff, 0, 1, 0, records.length, 0, 0, 0, 0])
    socket.send(Buffer.concat([head, query.subarray(12, end), ...records]), from.port, from.address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return { port: socket.address().port, close: () => socket.close() }
}

function questionOf(query: Buffer) {
  const labels: string[] = []
  let at = 12
  for (let length = query[at]!; length > 0; length = query[at]!) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.'), type: types[query.readUInt16BE(at + 1) as keyof typeof types] ?? '?', end: at + 5 }
}

/** A record about the name that was asked for, which a pointer to the question names. */
function record(query: Buffer, type: string, answer: string): Buffer {
  const data = dataOf(type, answer)
  const asked = query.subarray(questionOf(query).end - 4, questionOf(query).end)
  return Buffer.concat([Buffer.from([0xc0, 12]), asked, Buffer.from([0, 0, 0, 60, 0, data.length]), data])
}

function dataOf(type: string, answer: string): Buffer {
  if (type === 'A') return Buffer.from(answer.split('.').map(Number))
  if (type === 'TXT') return Buffer.concat([Buffer.from([answer.length]), Buffer.from(answer)])
  const [priority, host = ''] = answer.split(' ')
  const labels = host.split('.').map((one) => Buffer.concat([Buffer.from([one.length]), Buffer.from(one)]))
  return Buffer.concat([Buffer.from([0, Number(priority)]), ...labels, Buffer.from([0])])
}

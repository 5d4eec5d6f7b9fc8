import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SyslogSettings, sourceSchema } from './event-source.settings.ts'
import { framesOf } from './frames.rules.ts'
import { messageOf, noticesOfSyslog } from './syslog.rules.ts'

describe('a message', () => {
  it.each([
    [
      `<34>1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47 - \uFEFF'su root' failed`,
      { facility: 'auth', severity: 2, host: 'mymachine.example.com', app: 'su', text: `'su root' failed` },
    ],
    [
      '<165>1 2003-10-11T22:14:15.003Z host evntslog 17 ID47 [a@1 k="x \\] \\" ]" l="1"][b@2 m="]"] An entry',
      { facility: 'local4', severity: 5, host: 'host', app: 'evntslog', text: 'An entry' },
    ],
    ['<13>1 - - - - - -', { facility: 'user', severity: 5, host: null, app: null, text: '' }],
    [
      '<34>Oct 11 22:14:15 mymachine su[230]: failed for lonvick\n',
      { facility: 'auth', severity: 2, host: 'mymachine', app: 'su', text: 'failed for lonvick' },
    ],
    [
      '<189>Nov  4 09:00:00 core-sw %LINK-3-UPDOWN: Gi0/1 down',
      { host: 'core-sw', app: '%LINK-3-UPDOWN', text: 'Gi0/1 down' },
    ],
    [
      '<187>45: something without a head',
      { facility: 'local7', severity: 3, host: null, text: '45: something without a head' },
    ],
    ['no priority at all', { facility: 'user', severity: 5, text: 'no priority at all' }],
    ['<999>too high', { facility: 'user', severity: 5, text: '<999>too high' }],
  ])('%s', (raw, message) => expect(messageOf(raw)).toMatchObject(message))

  it('is read whatever it is', () => {
    fc.assert(fc.property(fc.string(), (raw) => messageOf(`<13>1 ${raw}`).severity === 5))
  })
})

describe('rules', () => {
  const settings = (...rules: object[]) =>
    sourceSchema.parse({ is: 'syslog', from: ['10.0.0.0/8'], rules }) as SyslogSettings
  const said = (text: string, pri = 187) => messageOf(`<${pri}>Nov  4 09:00:00 sw1 link: ${text}`)
  const port = {
    name: '端口中断',
    facilities: ['local7'],
    contains: ['down'],
    over: ['changed state to up'],
    severity: 'critical',
  }

  it('make of what they meet an alarm, and its end', () => {
    const notices = noticesOfSyslog(
      [said('Gi0/1 is DOWN'), said('Gi0/1 changed state to up', 190)],
      settings(port),
      null,
    )
    expect(notices).toMatchObject([
      { key: '端口中断/sw1/link', over: false, severity: 'critical', title: ['sw1:Gi0/1 is DOWN', expect.anything()] },
      { key: '端口中断/sw1/link', over: true, component: 'sw1' },
    ])
  })

  it('let be what is milder, of another facility, or of another text', () => {
    const others = [said('down', 190), said('down', 11), said('configured')]
    expect(noticesOfSyslog(others, settings(port), null)).toEqual([])
  })

  it('take the first that fits, and the same at once as one', () => {
    const notices = noticesOfSyslog(
      [said('down'), said('down'), said('other'), said('down')],
      settings(port, { name: '其他错误' }),
      'app',
    )
    expect(notices.map(({ key, component }) => [key, component])).toEqual([
      ['端口中断/sw1/link', 'link'],
      ['其他错误/sw1/link', 'link'],
    ])
  })
})

describe('a stream', () => {
  const counted = (text: string) => `${Buffer.byteLength(text)} ${text}`
  it.each([
    ['by new lines', ['<13>a', '<13>b 中文'], (all: string[]) => all.map((one) => `${one}\n`).join('')],
    ['by length', ['<13>a\nb', '<13>中文'], (all: string[]) => all.map(counted).join('')],
    ['by zeros', ['<13>a', '<13>b'], (all: string[]) => all.map((one) => `${one}\0`).join('')],
  ])('%s, wherever it is cut', (_how, messages, framed) => {
    const bytes = Buffer.from(framed(messages))
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length)), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), bytes.length]
        const frames = framesOf()
        const got = at.slice(1).flatMap((end, n) => frames.push(bytes.subarray(at[n], end)))
        expect(got.map(String)).toEqual(messages)
      }),
    )
  })

  it('has what came before its sender went, and refuses what never ends', () => {
    const frames = framesOf()
    expect([...frames.push(Buffer.from('<13>a\n<13>b')), ...frames.end()].map(String)).toEqual(['<13>a', '<13>b'])
    expect(() => framesOf().push(Buffer.alloc(70_000, 'x'))).toThrow('too long')
    expect(() => framesOf().push(Buffer.from('999999 x'))).toThrow('too long')
  })
})

import smppLib, { type Pdu, type Session } from 'smpp'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { SettingsOf } from '../../record/outgoing.ts'
import { letterOf as anyLetter, deadPort, listening, refusalOf, silentServer } from './outgoing.testing.ts'
import { smpp } from './smpp.ts'

const letterOf = (some: Parameters<typeof anyLetter>[0] = {}) =>
  anyLetter({ to: '+86 138-0000-0001', link: null, ...some })

type Statuses = (at: number) => string

/** A real gateway for one test: what was submitted to it, and that whoever came has gone. */
async function gateway(submitted: Statuses = () => 'ESME_ROK', bound = 'ESME_ROK') {
  const status = (name: string) => ({ command_status: smppLib.errors[name] })
  const commands: Pdu[] = []
  let gone: Promise<void> | undefined
  const server = smppLib.createServer((session: Session) => {
    gone = new Promise((resolve) => session.on('close', () => resolve()))
    session.on('pdu', (pdu: Pdu) => {
      commands.push(pdu)
      const fields = {
        bind_transceiver: () => status(bound),
        submit_sm: () => {
          const at = commands.filter(({ command }) => command === 'submit_sm').length
          return { ...status(submitted(at)), message_id: `sms-${at}` }
        },
      }[pdu.command]
      session.send(pdu.response(fields?.()))
    })
  })
  const settings = settingsOf(await listening(server))
  return {
    settings,
    commands,
    submitted: () => commands.filter((pdu): pdu is Submitted => pdu.command === 'submit_sm'),
    gone: () => gone,
  }
}

interface Submitted extends Pdu {
  readonly short_message: { readonly udh?: readonly Buffer[]; readonly message: string }
}

const settingsOf = (port: number): SettingsOf<'smpp'> => ({
  is: 'smpp',
  host: '127.0.0.1',
  port,
  tls: false,
  systemId: 'touchstone',
})

describe('an SMPP gateway', () => {
  it('is told in GSM 03.38 what fits it, and left with a good-bye', async () => {
    const { settings, commands, submitted, gone } = await gateway()
    const letter = letterOf({ subject: 'Alarm {front-1} @ 5€ [late]' })
    const to = { settings: { ...settings, from: '1069000001' }, secret: 'geheim' }
    expect(await smpp.send(to, letter, 5_000)).toBe('sms-1')
    await gone()
    expect(commands.map(({ command }) => command)).toEqual(['bind_transceiver', 'submit_sm', 'unbind'])
    expect(commands[0]).toMatchObject({ system_id: 'touchstone', password: 'geheim', interface_version: 0x34 })
    expect(submitted()[0]).toMatchObject({
      data_coding: 0,
      source_addr: '1069000001',
      source_addr_ton: 0,
      destination_addr: '8613800000001',
      dest_addr_ton: 1,
      dest_addr_npi: 1,
      short_message: { message: 'Alarm {front-1} @ 5€ [late]' },
    })
  })

  it('is told Chinese in UCS-2, by a number of its own kind, from a name', async () => {
    const { settings, submitted } = await gateway()
    const letter = letterOf({ to: '13800000001', subject: '告警:交易前置' })
    await smpp.send({ settings: { ...settings, from: 'Firm' }, secret: null }, letter, 5_000)
    expect(submitted()[0]).toMatchObject({
      data_coding: 8,
      source_addr: 'Firm',
      source_addr_ton: 5,
      destination_addr: '13800000001',
      dest_addr_ton: 0,
      short_message: { message: '告警:交易前置' },
    })
  })

  it.each([
    ['Chinese, with characters of two units where a part ends', '𠮷告'.repeat(60), 67, 8],
    ['plain text, with signs of two bytes where a part ends', `ab${'€a'.repeat(150)}`, 153, 0],
  ])('is told %s in parts that the telephone puts together', async (_, subject, most, coding) => {
    const { settings, submitted } = await gateway()
    expect(await smpp.send({ settings, secret: null }, letterOf({ subject }), 5_000)).toBe('sms-1')
    const parts = submitted()
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.map(({ short_message }) => short_message.message).join('')).toBe(subject)
    for (const [index, { short_message: part, esm_class, data_coding }] of parts.entries()) {
      expect([esm_class, data_coding]).toEqual([0x40, coding])
      expect(part.message.isWellFormed()).toBe(true)
      expect(part.message.length).toBeLessThanOrEqual(most)
      const [id, length, reference, count, at] = part.udh?.[0] ?? []
      expect([id, length, count, at]).toEqual([0, 3, parts.length, index + 1])
      expect(reference).toBe(parts[0]?.short_message.udh?.[0]?.[2])
    }
  })

  it('is told one part where it just fits', async () => {
    const { settings, submitted } = await gateway()
    await smpp.send({ settings, secret: null }, letterOf({ subject: '满'.repeat(70) }), 5_000)
    await smpp.send({ settings, secret: null }, letterOf({ subject: 'x'.repeat(160) }), 5_000)
    expect(submitted()).toHaveLength(2)
    await smpp.send({ settings, secret: null }, letterOf({ subject: '满'.repeat(71) }), 5_000)
    expect(submitted()).toHaveLength(4)
  })

  it.each([
    ['ESME_RTHROTTLED', true],
    ['ESME_RMSGQFUL', true],
    ['ESME_RSYSERR', true],
    ['ESME_RINVDSTADR', false],
    ['ESME_RINVSRCADR', false],
  ])('that answers %s is tried again: %s', async (name, again) => {
    const { settings, gone } = await gateway(() => name)
    expect(await refusalOf(smpp.send({ settings, secret: null }, letterOf(), 5_000))).toEqual({
      reason: expect.stringContaining(`submit_sm: ${name}`),
      again,
    })
    await gone()
  })

  it('that is full after the first part is told the whole again, as the same message', async () => {
    const { settings, submitted } = await gateway((at) => (at === 2 ? 'ESME_RMSGQFUL' : 'ESME_ROK'))
    const letter = letterOf({ subject: '长'.repeat(120) })
    expect(await refusalOf(smpp.send({ settings, secret: null }, letter, 5_000))).toMatchObject({ again: true })
    await smpp.send({ settings, secret: null }, letter, 5_000)
    const headers = submitted().map(({ short_message: { udh } }) => udh?.[0]?.toString('hex'))
    expect(headers).toHaveLength(4)
    expect(headers.slice(2)).toEqual(headers.slice(0, 2))
  })

  it.each([
    ['ESME_RINVPASWD', false],
    ['ESME_RBINDFAIL', true],
  ])('that answers %s to our name and password is told nothing, and tried again: %s', async (name, again) => {
    const { settings, submitted, gone } = await gateway(undefined, name)
    expect(await refusalOf(smpp.send({ settings, secret: 'x' }, letterOf(), 5_000))).toEqual({
      reason: expect.stringContaining(`bind_transceiver: ${name}`),
      again,
    })
    await gone()
    expect(submitted()).toEqual([])
  })

  it.each(['', 'li@firm.example', '12', '1'.repeat(21)])('is not asked about the number %j', async (to) => {
    const nowhere = { settings: settingsOf(9), secret: null }
    expect(await refusalOf(smpp.send(nowhere, letterOf({ to }), 5_000))).toMatchObject({ again: false })
  })

  it('that is not there or never answers is tried again', async () => {
    const gone = { settings: settingsOf(await deadPort()), secret: null }
    expect(await refusalOf(smpp.send(gone, letterOf(), 5_000))).toEqual({
      reason: expect.stringContaining('ECONNREFUSED'),
      again: true,
    })
    const { port, left } = await silentServer()
    expect(await refusalOf(smpp.send({ settings: settingsOf(port), secret: null }, letterOf(), 200))).toEqual({
      reason: 'No answer in time',
      again: true,
    })
    await left
  })

  it.each([
    ['hangs up', (session: Session) => session.destroy(), 'The gateway hung up'],
    ['talks another language', (session: Session) => session.socket.write('HTTP/1.1 400 Bad Request\r\n'), /too large/],
  ])('that %s is tried again', async (_, does, reason) => {
    const server = smppLib.createServer((session: Session) => {
      session.on('error', () => session.destroy())
      session.on('bind_transceiver', () => does(session))
      onTestFinished(() => session.destroy())
    })
    const to = { settings: settingsOf(await listening(server)), secret: null }
    expect(await refusalOf(smpp.send(to, letterOf(), 5_000))).toEqual({
      reason: expect.stringMatching(reason),
      again: true,
    })
  })
})

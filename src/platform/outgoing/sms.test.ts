import { describe, expect, it } from 'vitest'
import type { SettingsOf } from '../../record/outgoing.ts'
import { httpServer, letterOf, refusalOf } from './outgoing.testing.ts'
import { sms } from './sms.ts'

const settingsOf = (url: string, some: Partial<SettingsOf<'sms'>> = {}): SettingsOf<'sms'> => ({
  is: 'sms',
  url,
  type: 'json',
  body: { mobile: '{phone}', content: '【试金石】{text}', key: '{secret}' },
  headers: {},
  ...some,
})

const letter = letterOf({ to: '+8613800000001', subject: '"引号" & 100% \\ 告警', link: 'https://it/1?a=1&b=2' })
const text = '【试金石】"引号" & 100% \\ 告警 https://it/1?a=1&b=2'
const secret = 'k&y=1"'

describe('an SMS gateway', () => {
  it('is given JSON in its own fields', async () => {
    const server = await httpServer((answer) => answer.end('{"code":0}'))
    const settings = settingsOf(server.url, { headers: { Authorization: 'Bearer {secret}' }, good: '"code":0' })
    expect(await sms.send({ settings, secret }, letter, 2_000)).toBeNull()
    const { headers, body } = server.received[0]!
    expect(headers).toMatchObject({ 'content-type': 'application/json', authorization: `Bearer ${secret}` })
    expect(JSON.parse(body)).toEqual({ mobile: letter.to, content: text, key: secret })
  })

  it('is given a form in its own fields, and its own content type', async () => {
    const server = await httpServer((answer) => answer.end())
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' }
    await sms.send({ settings: settingsOf(server.url, { type: 'form', headers }), secret }, letter, 2_000)
    const one = server.received[0]!
    expect(one.headers['content-type']).toBe(headers['Content-Type'])
    expect(Object.fromEntries(new URLSearchParams(one.body))).toEqual({ mobile: letter.to, content: text, key: secret })
  })

  it('is told a text as it is, also one that names our places', async () => {
    const server = await httpServer((answer) => answer.end())
    const named = { ...letter, subject: 'the {secret} of {phone} is $& $1', link: null }
    await sms.send({ settings: settingsOf(server.url), secret }, named, 2_000)
    expect(JSON.parse(server.received[0]?.body ?? '').content).toBe('【试金石】the {secret} of {phone} is $& $1')
  })

  it('that says 200 to everything is judged by its words, and they do not show our key', async () => {
    const server = await httpServer((answer) => answer.end(`{"code":7,"msg":"key ${secret} has no money"}`))
    const sent = sms.send({ settings: settingsOf(server.url, { good: '"code":0' }), secret }, letter, 2_000)
    expect(await refusalOf(sent)).toEqual({ reason: '{"code":7,"msg":"key *** has no money"}', again: true })
  })

  it.each([
    [400, false],
    [429, true],
    [502, true],
  ])('that answers %i is tried again: %s', async (status, again) => {
    const server = await httpServer((answer) => answer.writeHead(status).end('"code":0'))
    const sent = sms.send({ settings: settingsOf(server.url, { good: '"code":0' }), secret }, letter, 2_000)
    expect(await refusalOf(sent)).toEqual({ reason: `HTTP ${status} "code":0`, again })
  })

  it('is not sent a header that would be two, and the refusal does not show the key in it', async () => {
    const settings = settingsOf('http://127.0.0.1:9', { headers: { authorization: '{secret}' } })
    const { reason, again } = await refusalOf(sms.send({ settings, secret: 'a\r\nb: geheim' }, letter, 2_000))
    expect(again).toBe(false)
    expect(reason).not.toContain('geheim')
  })
})

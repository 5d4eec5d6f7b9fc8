import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { letterOf } from './outgoing.testing.ts'
import { cut, fitted, gist, oneLine, smsText } from './text.ts'

describe('a text cut to size', () => {
  it('keeps its characters whole, and says that it was cut', () => {
    expect(cut('金交所会员', 4)).toBe('金交所…')
    expect(cut('a𠮷b', 3)).toBe('a…')
  })

  it('is never longer than asked and never half a character, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 50 }), (text, most) => {
        const short = cut(text, most)
        expect(short.length).toBeLessThanOrEqual(most)
        expect(short.isWellFormed()).toBe(true)
        expect(text.startsWith(short.replace(/…$/, ''))).toBe(true)
      }),
    )
  })

  it('is the longest that fits what is built of it, though quotes and line ends grow in JSON', () => {
    const build = (text: string) => JSON.stringify({ text })
    const body = fitted('"金"\n'.repeat(1_000), 500, build)
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(500)
    expect(Buffer.byteLength(body)).toBeGreaterThan(500 - 10)
    expect(JSON.parse(body).text).toMatch(/^"金"\n.*…$/s)
    expect(fitted('short', 500, build)).toBe('{"text":"short"}')
  })
})

describe('what goes out by SMS', () => {
  it('is the subject and the link', () => {
    expect(smsText(letterOf({ subject: '告警\r\n严重', link: 'https://it/1' }))).toBe('告警 严重 https://it/1')
    expect(smsText(letterOf({ subject: '告警', link: null }))).toBe('告警')
  })

  it('keeps the link whole where the subject is too long for both', () => {
    const text = smsText(letterOf({ subject: '长'.repeat(600), link: 'https://it/1' }))
    expect(text).toHaveLength(500)
    expect(text).toMatch(/长… https:\/\/it\/1$/)
  })

  it('leaves a link out that alone is too long', () => {
    expect(smsText(letterOf({ subject: '告警', link: `https://it/${'1'.repeat(600)}` }))).toBe('告警')
  })
})

it('makes one line of what outsiders say, and not a long one', () => {
  expect(oneLine(' a\r\nBcc: b\u0000c\u2028d ')).toBe('a Bcc: b c d')
  expect(gist('<html>\n'.repeat(1_000))).toHaveLength(300)
})

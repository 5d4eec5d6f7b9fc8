import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Field, taken, timestamp, written } from './fix-message.rules.ts'

/** From the FIX article of Wikipedia, with its checksum. */
const example =
  '8=FIX.4.2|9=178|35=8|49=PHLX|56=PERS|52=20071123-05:30:00.000|11=ATOMNOCCC9990900|20=3|150=E|39=E|55=MSFT|167=CS|54=1|38=15|40=2|44=15|58=PHLX EQUITY TESTING|59=0|47=C|32=0|31=0|151=15|14=0|6=0|10=128|'.replaceAll(
    '|',
    '\x01',
  )

describe('a FIX message', () => {
  it('is read as others write it', () => {
    const read = taken(`${example}8=`)
    expect(read?.rest).toBe('8=')
    expect(read?.fields.get(58)).toBe('PHLX EQUITY TESTING')
  })

  it('is read back as it was written, however it is cut', () => {
    const field = fc.tuple(fc.integer({ min: 1, max: 9_999 }), fc.stringMatching(/^[ -~]{1,20}$/))
    const fields = fc.uniqueArray(field, { selector: ([tag]) => tag, minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fields, fc.nat(), (given, cut) => {
        const text = written(given as Field[])
        expect(taken(text.slice(0, cut % text.length))).toBeNull()
        expect([...(taken(text)?.fields ?? [])]).toEqual(given)
      }),
    )
  })

  it.each([
    ['SSH-2.0-OpenSSH', 'not FIX'],
    [example.replace('MSFT', 'MSFU'), 'wrong checksum'],
    ['8=FIX.4.4\x019=999999\x0135=A', 'message too long'],
  ])('%s is none', (text, why) => {
    expect(() => taken(text)).toThrow(why)
  })

  it('bears the time in UTC', () => {
    expect(timestamp(Date.parse('2026-11-25T01:02:03.004Z'))).toBe('20261125-01:02:03.004')
  })
})

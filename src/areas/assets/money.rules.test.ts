import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capitals, fenOf, moneyText, shared, sumYuan, yuanOf } from './money.rules.ts'

describe('an amount in Chinese capitals', () => {
  it.each([
    [0, '人民币零元整'],
    [1, '人民币壹分'],
    [10, '人民币壹角整'],
    [100, '人民币壹元整'],
    [140_950, '人民币壹仟肆佰零玖元伍角整'],
    [600_714, '人民币陆仟零柒元壹角肆分'],
    [168_032, '人民币壹仟陆佰捌拾元叁角贰分'],
    [1_640_902, '人民币壹万陆仟肆佰零玖元零贰分'],
    [32_504, '人民币叁佰贰拾伍元零肆分'],
    [1_000_000, '人民币壹万元整'],
    [1_000_100, '人民币壹万零壹元整'],
    [10_005_000, '人民币壹拾万零伍拾元整'],
    [10_700_053, '人民币壹拾万柒仟元伍角叁分'],
    [100_000_000_000_00, '人民币壹仟亿元整'],
    [100_000_001_00, '人民币壹亿零壹元整'],
    [100_010_000_00, '人民币壹亿零壹万元整'],
    [1_000_000_000_000_00, '人民币壹万亿元整'],
    [-32_504, '人民币负叁佰贰拾伍元零肆分'],
  ])('%d fen', (fen, said) => {
    expect(capitals(fen)).toBe(said)
  })

  it('reads back as the amount it was', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_999_999_999_999 }), (fen) => readBack(capitals(fen)) === fen))
  })

  it('never says nought twice, nor ends in it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999_999 }), (fen) => !/零零|零[万亿元角整]/.test(capitals(fen))),
    )
  })
})

/** The other way round, by another road: each digit by the unit after it. */
function readBack(text: string): number {
  const [, yuan = '', jiao, fen] = /^人民币(?:(.+)元)?零?(?:(.)角)?零?(?:(.)分)?整?$/.exec(text) ?? []
  const value = (letter: string | undefined) => Math.max(0, '零壹贰叁肆伍陆柒捌玖'.indexOf(letter ?? '零'))
  const four = (part: string) =>
    [...part.matchAll(/([壹贰叁肆伍陆柒捌玖])([拾佰仟]?)/g)].reduce(
      (sum, [, digit, place = '']) => sum + value(digit) * 10 ** ['', '拾', '佰', '仟'].indexOf(place),
      0,
    )
  const [high, low] = yuan.includes('亿') ? (yuan.split('亿') as [string, string]) : ['', yuan]
  const [tens, ones] = low.includes('万') ? (low.split('万') as [string, string]) : ['', low]
  return ((four(high) * 10_000 + four(tens)) * 10_000 + four(ones)) * 100 + value(jiao) * 10 + value(fen)
}

describe('money', () => {
  it('is shared to the fen: nobody has more than one fen more, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 1, max: 300 }), (fen, pieces) => {
        const parts = shared(fen, pieces)
        expect(parts.reduce((sum, one) => sum + one, 0)).toBe(fen)
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('goes from yuan to fen and back without a rest', () => {
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => fenOf(yuanOf(fen)) === fen))
    expect(sumYuan([0.1, 0.2])).toBe(0.3)
    expect(moneyText(1234.5)).toBe('1,234.50')
  })
})

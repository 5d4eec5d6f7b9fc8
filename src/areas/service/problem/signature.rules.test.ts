import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signatureOf } from './signature.rules.ts'

describe('the signature of a title', () => {
  it.each([
    ['行情延迟 3 秒', '行情延迟 12 秒'],
    ['报单网关超时(2026-11-24 09:31)', '报单网关超时(2026-11-27 13:02)'],
    ['11月24日夜盘行情中断', '11月25日夜盘行情中断'],
    ['Order gateway timeout INC-202611-0042', 'order gateway TIMEOUT inc-202611-0077'],
    ['磁盘使用率 91%', '磁盘使用率 87.5%'],
    ['10.1.2.3 无响应', '10.1.2.77 无响应'],
    ['会话 7f9c2ba4-e88f-11ee-9a1b-0242ac120002 断开', '会话 0b1c2ba4-e88f-11ee-9a1b-0242ac120099 断开'],
    ['Gateway timed out', 'Gateway timed out (5)'],
  ])('is the same for %j and %j', (one, other) => {
    expect(signatureOf(one)).toBe(signatureOf(other))
    expect(signatureOf(one)).not.toBe('')
  })

  it.each([
    ['行情延迟', '行情中断'],
    ['Gateway timeout', 'Database timeout'],
    ['打印机卡纸', '打印机缺墨'],
  ])('tells %j from %j', (one, other) => {
    expect(signatureOf(one)).not.toBe(signatureOf(other))
  })

  it('is its own signature, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(signatureOf(signatureOf(title))).toBe(signatureOf(title))
      }),
    )
  })
})

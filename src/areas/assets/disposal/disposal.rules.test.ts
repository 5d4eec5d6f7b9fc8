import { describe, expect, it } from 'vitest'
import { type Leaving, missingMedia, stateFaults, wayFaults } from './disposal.rules.ts'

const server: Leaving = { id: 'a', tag: 'SRV-00001', name: '应用主机', state: 'retired', storage: true }
const desk: Leaving = { id: 'b', tag: 'FUR-00001', name: '机柜', state: 'in-use', storage: false }
const texts = (...given: Parameters<typeof missingMedia>) => missingMedia(...given).map(({ text }) => text[0])

describe('what stands between an asset and the door', () => {
  it('is every medium that is not witnessed, and every asset that holds data and names none', () => {
    expect(texts([server, desk], [])).toEqual(['SRV-00001 应用主机:含存储介质,没有数据销毁记录。'])
    const media = [
      { asset: 'a', serial: 'WD-1', state: 'witnessed' },
      { asset: 'a', serial: 'WD-2', state: 'done' },
      { asset: 'a', serial: null, state: 'due' },
      { asset: 'a', serial: 'WD-9', state: 'void' },
    ]
    expect(texts([server, desk], media)).toEqual([
      'SRV-00001 应用主机:介质 WD-2 已销毁,待见证签字。',
      'SRV-00001 应用主机:介质 (序列号未登记) 数据尚未销毁。',
    ])
    expect(texts([server], [{ asset: 'a', serial: 'WD-1', state: 'witnessed' }])).toEqual([])
    expect(texts([server], [{ asset: 'a', serial: 'WD-1', state: 'void' }])).toHaveLength(1)
  })

  it('counts a medium that was found in what need not hold any', () => {
    expect(texts([desk], [{ asset: 'b', serial: 'USB', state: 'due' }])).toHaveLength(1)
  })

  it('lets go what is here, and not what is lost, gone or still to come', () => {
    const codes = (state: string) => stateFaults([{ ...server, state }]).length
    expect(['in-use', 'in-stock', 'in-repair', 'retired'].map(codes)).toEqual([0, 0, 0, 0])
    expect(['ordered', 'lost', 'disposed'].map(codes)).toEqual([1, 1, 1])
  })

  it('asks for a price of what is sold alone', () => {
    expect(wayFaults({ way: 'sell', proceeds: null })).toHaveLength(1)
    expect(wayFaults({ way: 'sell', proceeds: 0 })).toEqual([])
    expect(wayFaults({ way: 'give', proceeds: null })).toEqual([])
  })
})

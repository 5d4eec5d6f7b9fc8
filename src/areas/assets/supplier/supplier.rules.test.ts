import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditCodeFaults, isCreditCode, nameCore } from './supplier.rules.ts'

describe('a name', () => {
  it.each(['汇讯数据(上海)有限公司', '汇讯数据(上海) 有限公司', '  汇讯 数据(上海)有限公司'])(
    'is one however it is written: %s',
    (name) => expect(nameCore(name)).toBe('汇讯数据上海有限公司'),
  )

  it('is one in capitals and small letters', () => expect(nameCore('Dell Inc.')).toBe(nameCore('DELL INC')))

  it('is another with another word', () => expect(nameCore('金易软件')).not.toBe(nameCore('金易软体')))

  it('stays what it is when it is taken again', () => {
    fc.assert(fc.property(fc.string(), (name) => nameCore(nameCore(name)) === nameCore(name)))
  })
})

describe('a credit code', () => {
  // Published ones: Industrial and Commercial Bank of China; Tencent.
  it.each(['91100000100003962T', '9144030071526726XG'])('%s is one', (code) => expect(isCreditCode(code)).toBe(true))

  it.each(['91100000100003962X', '911000001000039', '9110000010000396IT', ''])('%j is none', (code) =>
    expect(isCreditCode(code)).toBe(false),
  )

  it('may be missing', () => {
    expect(creditCodeFaults({ creditCode: null })).toEqual([])
    expect(creditCodeFaults({ creditCode: '123' })).toMatchObject([{ path: 'creditCode' }])
  })
})

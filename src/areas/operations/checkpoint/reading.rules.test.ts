import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkpointIn, isOut, outOf, rangeOf, readingFaults, valueFaults } from './reading.rules.ts'
import { readingsSchema } from './reading.settings.ts'

const readings = readingsSchema.parse([
  { is: 'number', name: '温度', unit: '°C', low: 18, high: 27 },
  { is: 'yes-no', name: '漏水', good: 'no', severity: 'critical' },
  { is: 'choice', name: '指示灯', choices: ['绿', '黄', '红'], good: ['绿'] },
])

test('what is out of range is named, the edges are within', () => {
  expect(outOf(readings, { 温度: 27, 漏水: 'no', 指示灯: '绿' })).toEqual([])
  expect(outOf(readings, { 温度: 27.1, 漏水: 'yes', 指示灯: '黄' }).map(({ name }) => name)).toEqual([
    '温度',
    '漏水',
    '指示灯',
  ])
})

test('a number is out exactly when it lies below the low or above the high that there is', () => {
  fc.assert(
    fc.property(fc.integer(), fc.option(fc.integer()), fc.option(fc.integer()), (value, low, high) => {
      const reading = {
        ...{ is: 'number' as const, name: '值', severity: 'warning' as const },
        ...(low !== null && { low }),
        ...(high !== null && { high }),
      }
      expect(isOut(reading, value)).toBe((low !== null && value < low) || (high !== null && value > high))
    }),
  )
})

test('all that was not read is told at once', () => {
  expect(valueFaults(readings, { 温度: '26', 漏水: 'no' }).map(({ path }) => path)).toEqual([
    'values.温度',
    'values.指示灯',
  ])
})

test('readings that cannot be are refused', () => {
  const bad = readingsSchema.parse([
    { is: 'number', name: '湿度', low: 60, high: 40 },
    { is: 'yes-no', name: '湿度' },
    { is: 'choice', name: '灯', choices: ['绿', '红'], good: ['蓝'] },
  ])
  expect(readingFaults(bad).map(({ path }) => path)).toEqual(['readings.0.high', 'readings.1.name', 'readings.2.good'])
})

test('a range reads as short as it can', () => {
  const range = (low?: number, high?: number) =>
    rangeOf({
      is: 'number',
      name: 'x',
      severity: 'warning',
      unit: '%',
      ...(low !== undefined && { low }),
      ...(high !== undefined && { high }),
    })
  expect([range(40, 60), range(40), range(undefined, 60), range()]).toEqual(['40–60 %', '≥ 40 %', '≤ 60 %', '%'])
})

test('a label names a checkpoint by its address or its number', () => {
  expect(checkpointIn('https://it.firm.example/checkpoints/CKP-202611-0003')).toBe('CKP-202611-0003')
  expect(checkpointIn('ckp-202611-0003')).toBe('CKP-202611-0003')
  expect(checkpointIn('https://it.firm.example/assets/AST-202611-0042')).toBeNull()
})

import { expect, it } from 'vitest'
import { kindOf, locationImporting, partsOf } from './location.importing.ts'

it.each([
  ['北京/主机房/A01', ['北京', '主机房', 'A01']],
  ['北京 > 主机房 > A01', ['北京', '主机房', 'A01']],
  ['北京/主机房', ['北京', '主机房']],
  ['北京 - 主机房', ['北京', '主机房']],
  ['BJ-MR-A01', ['BJ-MR-A01']],
  ['主机房', ['主机房']],
  ['', []],
])('%s names %j', (text, parts) => expect(partsOf(text)).toEqual(parts))

it.each([
  ['北京', null, 'site'],
  ['总部大楼', 'site', 'building'],
  ['3层弱电间', 'building', 'room'],
  ['A01', 'room', 'rack'],
  ['A01', 'site', 'room'],
  ['12号工位', 'room', 'desk'],
  ['随便什么', 'rack', 'room'],
] as const)('%s within %s is a %s', (name, around, kind) => expect(kindOf(name, around)).toBe(kind))

it('writes a path in one form, and proposes each place of it after the one around it', () => {
  expect(locationImporting.form?.('北京 > 主机房')).toBe('北京/主机房')
  expect(locationImporting.propose?.('上海/灾备机房/C02', {})).toEqual([
    { text: '上海', values: { name: '上海', code: '上海', kind: 'site' } },
    { text: '上海/灾备机房', values: { name: '灾备机房', code: '上海/灾备机房', kind: 'room', parent: '上海' } },
    {
      text: '上海/灾备机房/C02',
      values: { name: 'C02', code: '上海/灾备机房/C02', kind: 'rack', parent: '上海/灾备机房' },
    },
  ])
})

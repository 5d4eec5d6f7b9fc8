import fc from 'fast-check'
import { expect, it } from 'vitest'
import { numberOf, numeralOf, readDocument } from './document.rules.ts'

it('reads chapters and articles, with what is numbered within them as their text', () => {
  const read = readDocument([
    '信息资产管理办法',
    '为管好资产,制定本办法。',
    '第一章 总则',
    '第一条 本办法适用于信息技术部。',
    '第二章 登记',
    '第二条 登记要素 资产应当登记下列内容:',
    '(一)型号;',
    '(二)购置日期。',
    '第十条 盘点',
    '资产每年盘点一次。',
  ])
  expect(read.title).toBe('信息资产管理办法')
  expect(read.before).toEqual(['为管好资产,制定本办法。'])
  expect(read.clauses.map(({ key, heading, text }) => [key, heading, text])).toEqual([
    ['1', '本办法适用于信息技术部', '本办法适用于信息技术部。'],
    ['2', '登记要素', '资产应当登记下列内容:\n(一)型号;\n(二)购置日期。'],
    ['10', '盘点', '资产每年盘点一次。'],
  ])
})

it('reads numbers with dots, and parts marked 一、', () => {
  const dotted = readDocument(['1. 目的', '使资产有归属。', '3.1 登记', '3.1.1 采购到货三日内登记。', '  不得漏登。'])
  expect(dotted.clauses.map(({ key, text }) => [key, text])).toEqual([
    ['1', '使资产有归属。'],
    ['3.1', '登记'],
    ['3.1.1', '采购到货三日内登记。\n不得漏登。'],
  ])
  const parts = readDocument(['守则', '一、口令', '口令不外借。', '二、锁屏', '(一)离座锁屏。'])
  expect(parts.clauses.map(({ key, heading, text }) => [key, heading, text])).toEqual([
    ['1', '口令', '口令不外借。'],
    ['2', '锁屏', '(一)离座锁屏。'],
  ])
})

it('reads the signs of Chinese typing', () => {
  const { clauses } = readDocument(['第一条\uff1a离职\uff0c当日停权。', '\uff08一\uff09收回角色\uff1b'])
  expect(clauses).toMatchObject([
    { key: '1', heading: '离职', text: '离职\uff0c当日停权。\n\uff08一\uff09收回角色\uff1b' },
  ])
  expect(readDocument(['3\uff0e1 登记']).clauses).toMatchObject([{ key: '3.1', heading: '登记' }])
})

it('keeps numbered lines of an article in its text, where the document numbers articles', () => {
  const { clauses } = readDocument(['第一条 登记', '1. 型号', '2. 日期', '一、附则'])
  expect(clauses).toMatchObject([{ key: '1', text: '1. 型号\n2. 日期\n一、附则' }])
})

it('says which clauses cannot stand as they are', () => {
  const { clauses } = readDocument(['第一条 甲。', '第一条 乙。', `第三条 ${'长'.repeat(2_001)}。`])
  expect(clauses.map(({ problem }) => problem?.[0] ?? null)).toEqual([null, '条号 1 重复。', '正文超过 2000 字。'])
})

it('reads every number that it writes', () => {
  expect([10, 11, 20, 101, 110, 999].map(numeralOf)).toEqual([
    '十',
    '十一',
    '二十',
    '一百零一',
    '一百一十',
    '九百九十九',
  ])
  fc.assert(fc.property(fc.integer({ min: 0, max: 999 }), (n) => numberOf(numeralOf(n)) === n))
  expect(numberOf('第')).toBeNull()
})

it('leaves no line out', () => {
  const line = fc.oneof(fc.constantFrom('第一条 甲', '第一章 总', '1.1 乙', '二、丙', '(三)丁', '戊。'), fc.string())
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const { title, before, clauses } = readDocument(lines)
      const all = [title ?? '', ...before, ...clauses.flatMap(({ heading, text }) => [heading, text])].join('\n')
      return lines.filter((one) => one.trim() === '戊。').every(() => all.includes('戊。'))
    }),
  )
})

import { expect, it } from 'vitest'
import { tagAt } from './tag.rules.ts'

it('joins a prefix and a number as a label shows them', () => {
  expect([tagAt('SRV', 42), tagAt('服务器', 7), tagAt('A/', 1), tagAt(' NET－', 100_000)]).toEqual([
    ...['SRV-00042', '服务器-00007', 'A/00001', 'NET-100000'],
  ])
})

import { expect, it } from 'vitest'
import { openBook, readingOf } from '../../../platform/transfer/sheet/open.ts'
import type { SheetRow } from '../../../platform/transfer/sheet/sheet.ts'
import { wallOf } from '../../../platform/transfer/wall.ts'
import { doubts } from './entry.rules.ts'
import { readSheet } from './sheet.ts'

const wall = wallOf('Asia/Shanghai')

async function read(text: string | Buffer) {
  const bytes = Buffer.from(text as string)
  const book = await openBook(bytes, readingOf(bytes))
  const rows: SheetRow[] = []
  for await (const chunk of book.rows(0)) rows.push(...chunk)
  return readSheet(rows, wall)
}
const codes = async (text: string) => (await read(text)).faults.map(({ code }) => code)

it('reads what systems write, whatever they call it, one line for an account or one for each right', async () => {
  const { entries, faults } = await read(
    '交易系统账号清单,,,,,,\n账号,姓名,工号,权限,特权账号,双因素,最近登录\nWang.Wu,王五,E002,下单;撤单,否,是,2026-11-20 09:30\n' +
      'li.si,李四,,查询,,,\nli.si,李四,,下单,,,\nadmin,,,超级管理,是,否,\n合计,,,,,,\n',
  )
  expect(faults).toEqual([])
  expect(entries).toMatchObject([
    { login: 'admin', employeeNo: null, rights: ['超级管理'], privileged: true, secondFactor: false },
    { login: 'li.si', name: '李四', rights: ['下单', '查询'], privileged: null, lastUsedAt: null },
    { login: 'Wang.Wu', employeeNo: 'E002', rights: ['下单', '撤单'], lastUsedAt: '2026-11-20T01:30:00.000Z' },
  ])
})

it('reads GB18030 and tabs, and what is in use as the contrary of disabled', async () => {
  // 账号\t启用\nzhang\t否\n in GB18030
  const bytes = Buffer.from([
    0xd5, 0xcb, 0xba, 0xc5, 9, 0xc6, 0xf4, 0xd3, 0xc3, 10, 0x7a, 0x68, 0x61, 0x6e, 0x67, 9, 0xb7, 0xf1, 10,
  ])
  expect((await read(bytes)).entries).toMatchObject([{ login: 'zhang', disabled: true }])
})

it('takes nothing of a list in which anything is damaged, and says all that is', async () => {
  const text = 'login,mfa,lastlogin\nann,maybe,2026-11-20\n,yes,\nbob,yes,some day\neve,no,,surplus\n'
  expect(await codes(text)).toEqual(['not-a-flag', 'no-login', 'not-a-time', 'too-wide'])
  expect(await codes('login,name\nann,Ann\nANN,Anna\n')).toEqual(['contradicts'])
  expect(await codes('name,mail\nAnn,a@b\n')).toEqual(['no-login-column'])
  expect(await codes('login,user\nann,ann\n')).toEqual(['column-twice'])
  expect(await codes('login,name\n')).toEqual(['no-rows'])
  await expect(read('login,name\nann,"Ann\nbob,Bob\n')).rejects.toMatchObject({ code: 'invalid' })
})

it('doubts a complete list that would lose more than ever leave at once, until just that is confirmed', () => {
  expect(doubts(100, 30, undefined)).toEqual([])
  expect(doubts(100, 31, undefined)).toMatchObject([{ code: 'too-many-gone' }])
  expect(doubts(100, 31, 30)).toHaveLength(1)
  expect(doubts(100, 31, 31)).toEqual([])
  expect(doubts(4, 4, undefined)).toEqual([])
})

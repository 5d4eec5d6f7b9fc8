import type { Words } from '../../../../record/words.ts'

export const handScreenWords = {
  title: ['在谁手里', 'In whose hands'],
  waiting: ['待签收', 'To be signed for'],
  lentTo: ['借给', 'Lent to'],
  due: ['应还', 'due'],
  reserved: ['预约', 'Reserved'],
  overdue: ['逾期', 'Overdue'],
  give: ['办理领用', 'Hand over'],
  takeBack: ['办理归还', 'Take back'],
  lend: ['借出', 'Lend'],
  cameBy: ['采购到货', 'Came by purchase'],
  taken: ['这件资产已借出或预约:', 'It is lent or reserved already:'],
} as const satisfies Record<string, Words>

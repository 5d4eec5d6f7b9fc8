import type { Total } from '../../areas/continuity/backup-plan/method.settings.ts'
import type { Words } from '../../record/words.ts'

export interface DemoPlan {
  readonly of: string
  readonly folder: string
  readonly is: 'pg-dump' | 'tar'
  readonly name: string
  readonly at: string
  /** When it really begins. */
  readonly runs: string
  /** Where its copies lie. */
  readonly site: 'same' | 'other'
  /** Of the first copy, bytes, and by how much each is larger than the one before. */
  readonly bytes: number
  readonly grows: number
  readonly totals: readonly Total[]
  readonly rpoMinutes: number
  readonly rtoMinutes: number
}

const same = (name: string, of: string): Total => ({ name, of, check: 'same' })

export const demoPlans: readonly DemoPlan[] = [
  {
    ...{ of: 'database', folder: 'database', is: 'pg-dump', name: '运行数据库每日备份', at: '16:20', runs: '16:21:10' },
    ...{ bytes: 412_300_000, grows: 3_450_000, site: 'other', rpoMinutes: 1_440, rtoMinutes: 120 },
    totals: [
      same('components', 'select count(*) from component'),
      { name: 'newest', of: 'select max(created_at) from log_entry', check: 'fresh' },
    ],
  },
  {
    ...{ of: 'settlement', folder: 'settlement', is: 'tar', name: '结算数据每日备份', at: '16:30', runs: '16:31:20' },
    ...{ bytes: 1_890_000, grows: 4_100, site: 'same', rpoMinutes: 1_440, rtoMinutes: 30 },
    totals: [same('deals', 'deals.csv#lines'), same('amount', 'amount')],
  },
  {
    ...{ of: 'bank-link', folder: 'bank-link', is: 'tar', name: '银行转账流水备份', at: '16:35', runs: '16:36:05' },
    ...{ bytes: 620_000, grows: 1_200, site: 'same', rpoMinutes: 1_440, rtoMinutes: 30 },
    totals: [same('transfers', 'transfers.csv#lines'), same('amount', 'amount')],
  },
]

/** What the database's first copy was found to be, as the server that restored it wrote it down. */
export const databaseProof = {
  seconds: 41.8,
  lossMinutes: 3,
  steps: [
    ['whole', ['副本完整,与上报的校验值相符。', 'The copy is whole: its digest is what was reported.'], 2_100],
    ['restore', ['已恢复到临时位置。', 'Restored in a place of its own.'], 33_400],
    ['count', ['表 164,行 1286340', '164 tables, 1286340 rows'], 5_900],
    ['totals', ['2 项核对相符。', '2 totals are what was saved.'], 300],
    ['time', ['用时 41.8 秒,在恢复时间目标内。', '41.8 seconds: within the recovery time.'], 0],
  ] as const satisfies readonly (readonly [string, Words, number])[],
}

import '../../server/tables.ts'
import { z } from 'zod'
import { download } from '../../../../platform/area.ts'
import { canonical, digestOf } from '../../../../platform/write/canonical.ts'
import { evidenceOf } from '../../../../platform/write/evidence.ts'
import { fault, invalid } from '../../../../record/problem.ts'
import { say, type Words } from '../../../../record/words.ts'
import { answersForLog, logEntry } from '../log-entry.record.ts'

const title: Words = ['运行日志', 'Operations log']

/** Lines of one file, at most: a month of a busy firm. */
const most = 20_000

const tooMany: Words = [
  `一次最多导出 ${most} 条日志。请缩短期间。`,
  `One file holds ${most} lines at most. Choose a shorter time.`,
]
const order: Words = ['起止交易日须先后有序。', 'The first trading day must not be after the last.']

/**
 * The log of some trading days with what proves it: each line's journal entry, the seals over those, and a digest of the whole.
 * Whoever receives it needs nothing of ours to check it; `docs/sealed-log.md` says how.
 */
export const sealedLog = download({
  path: '/api/log/sealed',
  allow: answersForLog,
  summary: 'The operations log from one trading day to another as JSON, with its journal entries, seals and a digest',
  type: 'application/json',
  input: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  async run({ db, now, person, lang }, { from, to }) {
    if (from > to) throw invalid([fault('to', 'out-of-range', ...order)])
    const lines = await db
      .selectFrom('logEntry')
      .select(['id', 'number', 'tradingDay', 'createdAt', 'kind', 'severity', 'text', 'textEn', 'component'])
      .select(['subjectRecord', 'subjectNumber', 'createdBy'])
      .where('tradingDay', '>=', from)
      .where('tradingDay', '<=', to)
      .orderBy('id')
      .limit(most + 1)
      .execute()
    if (lines.length > most) throw invalid([fault('to', 'too-many', ...tooMany)])
    const { entries, seals } = await evidenceOf(
      db,
      logEntry,
      lines.map(({ id }) => id),
    )
    const made = { at: now, by: person.name }
    const content = { format: 'touchstone-log-1', from, to, made, lines, entries, seals }
    const whole = { ...content, digest: digestOf(canonical(content)).toString('hex') }
    return { name: `${say(title, lang)} ${from} ${to}.json`, bytes: Buffer.from(JSON.stringify(whole, null, 1)) }
  },
})

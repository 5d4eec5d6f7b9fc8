import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import { reachesBy, waysOf } from '../../server/receivers.ts'
import { noticeRule } from '../notice-rule.record.ts'
import { noticeRuleFaults } from '../notice-rule.rules.ts'

async function sound(tx: Tx, row: RowOf<typeof noticeRule>) {
  const record = tx.registry.all.find((entry) => entry.record.name === row.rule.record)?.record
  const robots = (await waysOf(tx.db)).filter((way) => reachesBy(way) === null).map(({ id }) => id)
  const author = tx.actor.kind === 'person' ? tx.actor : null
  return noticeRuleFaults(row, record, record ? tx.verbsOf(record) : [], author, (id) => robots.includes(id))
}

export const noticeRuleBehaviour = behave(noticeRule, { guards: { create: sound, update: sound, resume: sound } })

import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { dayAway } from '../../../../record/time.ts'
import type { policy } from '../../policy/policy.record.ts'
import { readingCampaign } from '../reading-campaign.record.ts'
import { gatherSoon } from './gather.task.ts'
import '../../server/tables.ts'

type Row = RowOf<typeof readingCampaign>
type PolicyRow = RowOf<typeof policy>

const editionsOf = async (tx: Tx, rows: readonly Row[]) => {
  const ids = [...new Set(rows.map((row) => row.policy))]
  const found = await tx.db.selectFrom('policy').selectAll().where('id', 'in', ids).execute()
  return new Map(found.map((one) => [one.id, one as unknown as PolicyRow]))
}

/** An edition as its readers call it. */
const titlesOf = ({ title, titleEn, edition }: PolicyRow) => ({
  title: `${title}(第 ${edition} 版)`,
  titleEn: `${titleEn ?? title} (edition ${edition})`,
})

async function inEffect(tx: Tx, row: Row): Promise<Fault[]> {
  const edition = (await editionsOf(tx, [row])).get(row.policy)
  return edition?.state === 'effective'
    ? []
    : [fault('policy', 'not-in-effect', '该版次不是有效版次。', 'That edition is not in effect.')]
}

/**
 * What follows for campaigns of an edition from one that takes effect after it. The same text asks nobody again: what was signed
 * stands. Another text asks all who are meant, by a campaign of its own.
 */
export async function goOnWith(tx: Tx, before: { readonly id: string }, next: PolicyRow): Promise<void> {
  const running = await tx.db
    .selectFrom('readingCampaign')
    .select('id')
    .where('policy', '=', before.id)
    .where('state', '=', 'running')
    .orderBy('id')
    .execute()
  for (const { id } of running) {
    const old = await tx.lock(readingCampaign, id)
    if (old.digest === next.digest) {
      await tx.update(readingCampaign, id, { policy: next.id })
      continue
    }
    await tx.act(readingCampaign, id, 'supersede')
    const { owner, everybody, departments, posts, roles, days } = old
    const meant = { owner, everybody, departments, posts, roles, days }
    const made = await tx.create(readingCampaign, { policy: next.id, ...meant, follows: id })
    await tx.act(readingCampaign, made.id, 'open')
  }
}

/** Nobody signs what is no longer a rule. */
export async function closeOf(tx: Tx, edition: { readonly id: string }): Promise<void> {
  const open = await tx.db
    .selectFrom('readingCampaign')
    .select('id')
    .where('policy', '=', edition.id)
    .where('state', 'in', ['draft', 'running'])
    .orderBy('id')
    .execute()
  for (const { id } of open)
    await tx.act(readingCampaign, id, 'close', { closeReason: '制度已撤销。 The policy was withdrawn.' })
}

export const readingCampaignBehaviour = behave(readingCampaign, {
  async derive(tx, steps) {
    const editions = await editionsOf(
      tx,
      steps.map(({ after }) => after),
    )
    return steps.map(({ before, after }) => {
      const edition = editions.get(after.policy)
      if (!edition) return { title: '—' }
      const opens = before?.state === 'draft' && after.state === 'running'
      const from = opens && { openedOn: tx.today, dueOn: dayAway(tx.today, after.days), digest: edition.digest }
      return { ...titlesOf(edition), ...from }
    })
  },
  guards: { create: inEffect, open: inEffect },
  effects: { open: gatherSoon, supersede: gatherSoon, close: gatherSoon },
})

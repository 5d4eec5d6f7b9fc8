import { sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import { asSystem } from '../../../../record/actor.ts'
import { dateIn } from '../../../../record/zone.ts'
import { tellToday } from '../../../messaging/messaging.api.ts'
import { policy } from '../../policy/policy.record.ts'
import { catalogueOf } from './held.ts'
import '../../server/tables.ts'

const dayMs = 86_400_000

/**
 * Every morning: the holder of each policy hears which of its clauses are broken that were not a day ago, and of its review when
 * that is due. Nothing where there is nothing; once, though it be tried again.
 */
export const tellHolders: Task = async (engine) => {
  const now = engine.clock.now()
  const catalogue = catalogueOf(engine)
  const since = new Date(Date.parse(now) - dayMs).toISOString()
  const { rows: turned } = await sql<{ control: string }>`select s.control from control_state_span s
    where s.state = 'broken' and s.to_at is null and s.from_at > ${since} and not exists (
      select from control_state_span b where b.control = s.control and b.state = 'broken' and b.from_at <= ${since} and b.to_at > ${since})
    order by s.control`.execute(engine.db)
  const red = new Set(turned.map(({ control }) => control))
  await engine.inTx(asSystem('rulebook'), async (tx) => {
    const policies = await tx.db
      .selectFrom('policy')
      .select(['id', 'owner', 'clauses', 'reviewOn'])
      .where('state', '=', 'effective')
      .orderBy('code')
      .execute()
    for (const { id, owner, clauses, reviewOn } of policies) {
      const holder = [{ is: 'person' as const, id: owner }]
      if (reviewOn !== null && reviewOn === dateIn(engine.zone, now))
        await tellToday(tx, policy, { id }, 'review-due', holder, [`复审日期 ${reviewOn}`, `Review on ${reviewOn}`])
      const said = clauses.flatMap(({ key, heading, headingEn, controls }) =>
        controls
          .filter((one) => red.has(one))
          .map((one) => {
            const title = catalogue.of(one)?.title ?? [one, one]
            return [
              `${key} ${heading}:${one} ${title[0]}`,
              `${key} ${headingEn ?? heading}: ${one} ${title[1]}`,
            ] as const
          }),
      )
      if (said.length === 0) continue
      const words = [said.map(([zh]) => zh).join('\n'), said.map(([, en]) => en).join('\n')] as const
      await tellToday(tx, policy, { id }, 'turned-red', holder, words)
    }
  })
}

/** Twenty-five to nine in Shanghai. */
export const tellHoldersCrontab = '35 0 * * * tell-holders'

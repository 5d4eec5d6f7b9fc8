import '../../server/tables.ts'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { levels, staleReasons } from '../../emergency-plan/plan.rules.ts'
import { staff } from '../../parties.rules.ts'

const held = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  state: z.enum(['planned', 'approved', 'running', 'finished', 'closed']),
  kind: z.enum(['live', 'tabletop']),
  plannedStart: z.iso.datetime(),
  heldOn: z.iso.date().nullable(),
  outcome: z.enum(['met', 'missed']).nullable(),
  score: z.number().nullable(),
})

/** No firm keeps more plans than can be looked at on one page. */
const mostPlans = 300
const mostDrills = 2_000

export const drillCalendar = query({
  path: '/api/drill-calendar',
  allow: staff,
  summary:
    'Of each plan in force: when it was rehearsed, when it must be again, and which drills are planned in a year',
  input: z.strictObject({ year: z.coerce.number().int().min(2000).max(2200) }),
  output: z.object({
    today: z.iso.date(),
    plans: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        title: z.string(),
        titleEn: z.string().nullable(),
        level: z.enum(levels),
        state: z.enum(['effective', 'stale']),
        staleBecause: z.enum(staleReasons).nullable(),
        lastDrilledOn: z.iso.date().nullable(),
        drillDueOn: z.iso.date().nullable(),
        drills: z.array(held),
      }),
    ),
  }),
  async run({ db, person }, { year }) {
    const plans = await db
      .selectFrom('emergencyPlan')
      .select(['id', 'number', 'title', 'titleEn', 'level', 'state', 'staleBecause', 'lastDrilledOn', 'drillDueOn'])
      .where('state', 'in', ['effective', 'stale'])
      .orderBy('drillDueOn', (at) => at.asc().nullsLast())
      .orderBy('id')
      .limit(mostPlans)
      .execute()
    const drills = await db
      .selectFrom('drill')
      .select(['id', 'number', 'title', 'plan', 'state', 'kind', 'plannedStart', 'heldOn', 'outcome', 'score'])
      .where('state', '<>', 'cancelled')
      .where('plannedStart', '>=', `${year - 1}-12-31T00:00:00.000Z`)
      .where('plannedStart', '<', `${year + 1}-01-02T00:00:00.000Z`)
      .orderBy('plannedStart')
      .limit(mostDrills)
      .execute()
    return {
      today: person.today,
      plans: plans.map((plan) => ({
        ...plan,
        state: plan.state as 'effective' | 'stale',
        drills: drills
          .filter((one) => one.plan === plan.id)
          .map(({ plan: _plan, ...one }) => ({ ...one, state: one.state as z.output<typeof held>['state'] })),
      })),
    }
  },
})

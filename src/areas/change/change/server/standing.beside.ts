import '../../server/tables.ts'
import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { beside } from '../../../../platform/area.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { incidentsSince } from '../../../service/service.api.ts'
import { advisoryItem, becauses } from '../../advisory-item/advisory-item.record.ts'
import { advices } from '../../advisory-meeting/advice.rules.ts'
import { advisoryMeeting } from '../../advisory-meeting/advisory-meeting.record.ts'
import { checksAfter } from '../../config-check/server/after-change.ts'
import { affectedShape, clashShape, freezeShape, serviceShape, wordsShape } from '../../server/shapes.ts'
import { change } from '../change.record.ts'
import { gateCodes, gatesOf } from '../gates.rules.ts'
import { isTrading } from '../risk.rules.ts'
import { type ChangeRow, type Moment, standingOf } from './standing.ts'

const runShape = z.object({
  number: z.string(),
  title: z.string().nullable(),
  titleEn: z.string().nullable(),
  state: z.enum(['in-progress', 'finished', 'aborted']),
  settled: z.int(),
  total: z.int(),
})

const boardShape = z.object({
  number: z.string(),
  title: z.string(),
  meeting: z.enum(advisoryMeeting.states),
  startsAt: z.iso.datetime(),
  heldAt: z.iso.datetime().nullable(),
  state: z.enum(advisoryItem.states),
  because: z.enum(becauses),
  advice: z.enum(advices).nullable(),
  said: z.string().nullable(),
  conditions: z.string().nullable(),
  dropReason: z.string().nullable(),
})

/** States in which its gates are still to be passed. */
const ahead: readonly string[] = ['draft', 'assessed', 'approved', 'scheduled']

export const changeStanding = beside({
  name: 'standing',
  of: ({ name }) => name === change.name,
  summary:
    'Of a change: which gates hold and what the others lack, what it touches, what is in its way, and how its runs go',
  output: z.object({
    gates: z.array(
      z.object({
        code: z.enum(gateCodes),
        is: z.enum(['holds', 'lacks', 'later']),
        path: z.string(),
        text: wordsShape,
      }),
    ),
    reasons: z.array(z.object({ points: z.int(), text: wordsShape })),
    affected: z.array(affectedShape),
    services: z.array(serviceShape),
    trading: z.boolean(),
    freezes: z.array(freezeShape).nullable(),
    clashes: z.array(clashShape),
    crew: z.array(z.object({ post: z.string(), people: z.array(z.object({ id: z.uuid(), name: z.string() })) })),
    backups: z.array(
      z.object({ name: z.string(), takenAt: z.iso.datetime().nullable(), proof: z.string().nullable() }),
    ),
    /** Where an advisory board looked at it or will, and what it said; the newest first. */
    boards: z.array(boardShape),
    run: runShape.nullable(),
    rollbackRun: runShape.nullable(),
    /** What went wrong with its components since it began. */
    since: z.object({ alarms: z.int(), incidents: z.int() }).nullable(),
    /** How its components stand by their checklists since the work was over; empty before. */
    configuration: z.array(
      z.object({
        title: z.string(),
        number: z.string().nullable(),
        is: z.enum(['stands', 'drifts', 'unclear', 'waits']),
      }),
    ),
  }),
  async run({ db, now, person, engine }, _record, row) {
    const of = row as unknown as ChangeRow
    const begins = of.state === 'scheduled' || (of.kind === 'emergency' && of.state === 'draft')
    const phase = begins ? 'starting' : 'planning'
    const standing = await standingOf(db, engine.settings, of, { now, today: person.today, phase, ...approvalIn(of) })
    return {
      gates: ahead.includes(of.state) ? gatesOf(standing) : [],
      reasons: [...(standing.assessment?.reasons ?? [])],
      affected: [...standing.affected],
      services: [...standing.services],
      trading:
        standing.affected.some(isTrading) || standing.assessment?.reasons.some(({ points }) => points >= 3) === true,
      freezes: standing.freezes && [...standing.freezes],
      clashes: standing.clashes.map(({ same, related, ...one }) => ({
        ...one,
        same: [...same],
        related: [...related],
      })),
      crew: standing.crew.map(({ post, people }) => ({ post, people: [...people] })),
      backups: [...standing.backups],
      boards: [...standing.boards],
      run: await runOf(db, of.run),
      rollbackRun: await runOf(db, of.rollbackRun),
      configuration: of.endedAt ? await checksAfter(db, of.components, of.endedAt) : [],
      since: of.startedAt ? await wrongSince(db, of.components, of.startedAt) : null,
    }
  },
})

/** In which of its states its approval is next, or still to come. */
const approvalIn = ({ state }: ChangeRow): Pick<Moment, 'approval'> =>
  state === 'assessed' ? { approval: 'now' } : state === 'draft' ? { approval: 'later' } : {}

async function runOf(db: Kysely<Tables>, id: string | null): Promise<z.input<typeof runShape> | null> {
  if (id === null) return null
  const { rows } = await sql<z.input<typeof runShape>>`
    select r.number, r.title, r.title_en as "titleEn", r.state, count(s.id)::int as total,
      count(*) filter (where s.state in ('checked', 'waived') or (s.state = 'done' and s.checker_post is null))::int as settled
    from run r left join run_step s on s.run = r.id where r.id = ${id} group by r.id`.execute(db)
  return rows[0] ?? null
}

async function wrongSince(db: Kysely<Tables>, components: readonly string[], since: string) {
  const alarms = await db
    .selectFrom('alarm')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('component', 'in', components.length > 0 ? components : [''])
    .where('firstAt', '>=', since)
    .executeTakeFirstOrThrow()
  const incidents = await incidentsSince(db, since)
  return {
    alarms: Number(alarms.count),
    incidents: components.reduce((sum, id) => sum + (incidents.get(id) ?? 0), 0),
  }
}

import type { Kysely } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { everyone } from '../../../../record/rule.ts'
import { parts } from '../../duty-position/position.rules.ts'
import { standingAt } from '../../server/on-duty.ts'

const someone = z.object({ id: z.string(), name: z.string() })

export const onNow = query({
  path: '/api/duty/on-now',
  allow: everyone,
  summary: 'Who is on duty at each position, now or at another instant: who signed, who is awaited, and who comes next',
  input: z.object({ at: z.iso.datetime().optional() }),
  output: z.object({
    at: z.string(),
    tradingDay: z.string().nullable(),
    positions: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        nameEn: z.string().nullable(),
        part: z.enum(parts),
        people: z.array(
          z.object({
            ...{ person: someone, from: z.string(), until: z.string(), late: z.boolean() },
            shift: z.object({ id: z.string(), number: z.string(), state: z.string() }).nullable(),
            /** Without a signature somebody is only planned. */
            signed: z.boolean(),
          }),
        ),
        next: z.object({ person: someone, at: z.string(), shift: z.string().nullable() }).nullable(),
      }),
    ),
  }),
  run: async ({ db, now, engine }, { at = now }) => ({
    ...{ at, tradingDay: engine.tradingDay(at) },
    positions: await positionsAt(db, at),
  }),
})

/** Each position in use, with who stands there and who comes next; those that make before those that check. */
export async function positionsAt(db: Kysely<Tables>, at: string) {
  const [positions, standing, next] = await Promise.all([
    db
      .selectFrom('dutyPosition')
      .select(['id', 'name', 'nameEn', 'part'])
      .where('state', '=', 'in-use')
      .orderBy('code')
      .execute(),
    standingAt(db, at),
    db
      .selectFrom('duty')
      .innerJoin('person', 'person.id', 'duty.person')
      .leftJoin('shift', 'shift.duty', 'duty.id')
      .distinctOn('duty.position')
      .select(['duty.position', 'duty.person', 'person.name', 'duty.startsAt', 'shift.number'])
      .where('duty.state', '=', 'published')
      .where('duty.startsAt', '>', at)
      .where('shift.beganAt', 'is', null)
      .orderBy('duty.position')
      .orderBy('duty.startsAt')
      .execute(),
  ])
  return [...positions]
    .sort((a, b) => parts.indexOf(a.part) - parts.indexOf(b.part))
    .map((one) => {
      const comes = next.find(({ position }) => position === one.id)
      return {
        ...one,
        people: standing
          .filter(({ position }) => position === one.id)
          .map(({ person, name, shift, number, state, from, until, late }) => ({
            ...{ person: { id: person, name }, from, until, late },
            shift: shift && number && state ? { id: shift, number, state } : null,
            signed: state !== null && state !== 'due' && state !== 'missed',
          })),
        next: comes
          ? { person: { id: comes.person, name: comes.name }, at: comes.startsAt, shift: comes.number }
          : null,
      }
    })
}

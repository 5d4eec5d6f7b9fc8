import '../../server/tables.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'

/** At which meetings a change was or will be looked at, the newest first, and what each said of it. */
export const boardsOf = (db: Kysely<Tables>, change: string) =>
  db
    .selectFrom('advisoryItem as i')
    .innerJoin('advisoryMeeting as m', 'm.id', 'i.meeting')
    .select(['i.state', 'i.because', 'i.advice', 'i.said', 'i.conditions', 'i.dropReason'])
    .select(['m.number', 'm.title', 'm.state as meeting', 'm.startsAt', 'm.heldAt'])
    .where('i.change', '=', change)
    .orderBy('m.startsAt', 'desc')
    .limit(20)
    .execute()

export type Board = Awaited<ReturnType<typeof boardsOf>>[number]

/** The advice that stands: of the meeting that was held last. */
export const standingAdvice = (boards: readonly Board[]): Board | null =>
  boards
    .filter(({ state, meeting }) => state === 'advised' && meeting === 'held')
    .sort((a, b) => ((a.heldAt ?? '') < (b.heldAt ?? '') ? 1 : -1))[0] ?? null

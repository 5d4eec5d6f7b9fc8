import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../record/actor.ts'
import { Refusal } from '../../record/problem.ts'
import type { AnyRecord, AnyRow } from '../../record/record.ts'
import { notesRule } from '../../record/record.ts'
import { holds } from '../../record/rule.ts'

const mark = ':private'

/**
 * The journal's name for what was done in private: `comment:private`. No declared verb has a colon, so whoever reads the
 * journal, hears of writes or streams them knows by the name alone what to keep from those who may not see notes.
 */
export const privately = (verb: string): string => `${verb}${mark}`

export const isPrivate = (verb: string): boolean => verb.endsWith(mark)

/** Of journal entries, those that nobody keeps from anybody: for a `where`. */
export const isOpen: RawBuilder<boolean> = sql<boolean>`verb not like ${`%${mark}`}`

/** May they see, and so write, what is private to those who work on this record? Reading the record is settled before. */
export const seesNotes = (record: AnyRecord, actor: Actor, row: AnyRow): boolean => holds(notesRule(record), actor, row)

/** Refuses `not-allowed` to whoever may not see notes. */
export function demandNotes(record: AnyRecord, actor: Actor, row: AnyRow): void {
  if (seesNotes(record, actor, row)) return
  throw new Refusal('not-allowed', ['内部备注不由您的角色填写。', 'Your roles do not allow private notes here.'])
}

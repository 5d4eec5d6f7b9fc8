import { narrow, type Rule } from '../../record/rule.ts'
import { actorOf } from '../client/session.ts'
import type { Session } from '../client/types.ts'
import type { AppParts } from '../context.ts'
import type { Head } from '../heads.ts'

/** May this person ever meet the rule? What depends on a row is left for the row to say. */
export const mayEver = (rule: Rule | undefined, session: Session): boolean =>
  rule === undefined || narrow(rule, actorOf(session)) !== false

export const mayRead = ({ record }: Head, session: Session): boolean => mayEver(record.access.read, session)
export const mayCreate = ({ record }: Head, session: Session): boolean => mayEver(record.access.create, session)

/** May they bring in a file: who may ever create or change one of them. */
export const mayImport = ({ record }: Head, session: Session): boolean =>
  mayEver(record.access.create, session) || (!record.appendOnly && mayEver(record.access.update, session))

/** Where a person starts: the first home an area offers them, else the first list they may read. */
export function homeOf({ registry, areas }: AppParts, session: Session): string | undefined {
  for (const { home } of areas) if (home && mayEver(home.allow, session)) return home.path
  const first = registry.all.find((entry) => mayRead(entry, session))
  return first && `/${first.record.plural}`
}

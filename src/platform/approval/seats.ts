import type { Kysely } from 'kysely'
import { type ApprovalStep, type AskedWho, needed } from '../../record/approval.ts'
import { fault, Refusal } from '../../record/problem.ts'
import type { Who } from '../../record/who.ts'
import type { Engine } from '../engine.ts'
import type { Tables } from '../tables.ts'
import { type Deputy, standsInFor } from './settings.ts'
import type { Approval } from './state.ts'

/** Of what an approval is about, what it takes to find who is asked. */
export interface Matter {
  readonly requestedBy: string
  /** Whoever asked, and for whom: they decide nothing of it. */
  readonly makers: readonly string[]
  /** The row as it would be. */
  readonly row: Readonly<Record<string, unknown>>
}

export function matterOf(
  engine: Engine,
  approval: Pick<Approval, 'record' | 'requestedBy' | 'shown' | 'given'>,
): Matter {
  const { requestedBy, shown, given } = approval
  const row = { ...shown, ...given }
  const { record } = engine.registry.get(approval.record)
  const more = engine.behaviourOf(record).makers?.(row as never) ?? []
  return { requestedBy, row, makers: [requestedBy, ...more.filter((one) => one !== null)] }
}

/**
 * Everybody meant who is here now, but for whoever asked, for whom, and who stands in for them: the maker never approves their own
 * work. Each once, in no order.
 */
export async function peopleMeant(
  engine: Engine,
  db: Kysely<Tables>,
  { requestedBy, row, makers }: Matter,
  who: readonly AskedWho[],
): Promise<string[]> {
  const found: Who[] = []
  for (const one of who) found.push(...(await known(engine, db, one, { requestedBy, row })))
  const people = await engine.directory.people(db, found)
  const out = [...makers, ...(await standIns(engine, db, makers))]
  return people.filter((person) => !out.includes(person))
}

async function known(
  engine: Engine,
  db: Kysely<Tables>,
  one: AskedWho,
  { requestedBy, row }: Omit<Matter, 'makers'>,
): Promise<Who[]> {
  if (one.is === 'field') return idsIn(row[one.field]).map((id) => ({ is: 'person', id }))
  if (one.is !== 'head-of' && one.is !== 'requesters-head') return [one]
  const of = one.is === 'head-of' ? idsIn(row[one.field]) : [requestedBy]
  const actors = await engine.directory.actors(db, of, 'approval')
  return actors.flatMap(({ department }) => (department ? [{ is: 'head', department }] : []))
}

const idsIn = (value: unknown): string[] => [value].flat().filter((id): id is string => typeof id === 'string')

/** Whom a step asks; where nobody but the maker could decide, those it would be escalated to. */
export async function seatsOf(
  engine: Engine,
  db: Kysely<Tables>,
  matter: Matter,
  step: ApprovalStep,
): Promise<string[]> {
  const people = await peopleMeant(engine, db, matter, step.who)
  return people.length === 0 ? peopleMeant(engine, db, matter, step.escalateTo) : people
}

/** Refuses `guarded` where fewer are asked than must agree: such an approval could never be given. */
export function enoughOrRefuse(step: ApprovalStep, n: number, people: readonly string[]): void {
  if (people.length > 0 && people.length >= needed(step, people.length)) return
  const text = [
    `审批第 ${n + 1} 步现在没有足够的人可以办理(申请人本人及其代理人不算)。请管理员调整审批规则。`,
    `Step ${n + 1} of the approval has too few people to decide it (whoever asks and their deputies do not count). Ask an administrator to change the rule.`,
  ] as const
  throw new Refusal('guarded', text, [fault('', 'no-approver', ...text)])
}

/** Delegations in force now that give these persons' place to others, for this kind of record. */
export async function deputiesOf(
  engine: Engine,
  db: Kysely<Tables>,
  people: readonly string[],
  record: string,
): Promise<Deputy[]> {
  const found = await engine.directory.deputies(db, { now: engine.clock.now(), zone: engine.zone }, { of: people })
  return found.filter((one) => standsInFor(one, record))
}

/** Whoever stands in for these people, whatever for: in what those made they are as good as the maker. */
export const standIns = async (engine: Engine, db: Kysely<Tables>, people: readonly string[]): Promise<string[]> =>
  (await engine.directory.deputies(db, { now: engine.clock.now(), zone: engine.zone }, { of: people })).map(
    ({ deputy }) => deputy,
  )

import { sql } from 'kysely'
import type { Tx } from '../../../../platform/tx.ts'
import { canonical, digestOf } from '../../../../platform/write/canonical.ts'
import { createAll } from '../../../../platform/write/create-all.ts'
import type { RowOf, ValuesOf } from '../../../../record/record.ts'
import { tellGiven } from '../../../messaging/messaging.api.ts'
import { heldStates } from '../../access-grant/access-grant.rules.ts'
import { accessReviewItem } from '../../access-review-item/access-review-item.record.ts'
import type { FrozenRight } from '../../access-review-item/decide.rules.ts'
import type { Standing } from '../../system-account/standing.rules.ts'
import { accessReview } from '../access-review.record.ts'
import { partiesFor } from './parties.ts'
import '../../server/tables.ts'

type Review = RowOf<typeof accessReview>

interface Account {
  readonly id: string
  readonly system: string
  readonly login: string
  readonly name: string | null
  readonly person: string | null
  readonly standing: Standing
  readonly rights: readonly string[]
  readonly privileged: boolean
  readonly shared: boolean
  readonly secondFactor: boolean | null
  readonly lastUsedAt: string | null
}

interface Grant {
  readonly id: string
  readonly system: string
  readonly person: string
  readonly personName: string
  readonly code: string
  readonly privileged: boolean
  readonly approvedBy: string | null
}

/**
 * Writes down who has what as it stands now, one item for each account and one for each person who was granted what no account shows,
 * and gives each to somebody whom it does not concern.
 */
export async function freeze(tx: Tx, review: Review): Promise<void> {
  const accounts = await accountsIn(tx, review)
  const grants = await grantsIn(tx, review)
  const systems = [...new Set([...accounts, ...grants].map(({ system }) => system))]
  const names = await rightsOf(tx, systems)
  const holder = ({ system, person }: { system: string; person: string | null }) => `${system} ${person}`
  const held = new Map<string, Grant[]>()
  for (const one of grants) held.set(holder(one), [...(held.get(holder(one)) ?? []), one])
  const shown = new Set(accounts.filter(({ person }) => person !== null).map(holder))
  const rights = (system: string, found: readonly string[], granted: readonly Grant[]): FrozenRight[] =>
    [...new Set([...found, ...granted.map(({ code }) => code)])].sort().map((code) => ({
      ...{ code, name: names.get(`${system} ${code}`)?.name ?? null },
      privileged: names.get(`${system} ${code}`)?.privileged ?? false,
      ...{ found: found.includes(code), granted: granted.some((one) => one.code === code) },
    }))
  const drafts: ValuesOf<typeof accessReviewItem>[] = accounts.map((one) => {
    const granted = held.get(holder(one)) ?? []
    const { system, person, standing, privileged, shared, secondFactor, lastUsedAt } = one
    return {
      ...{ system, account: one.id, person, standing, privileged, shared, secondFactor, lastUsedAt },
      title: one.name === null || one.name === one.login ? one.login : `${one.login} · ${one.name}`,
      ...{ rights: rights(system, one.rights, granted), ...behind(granted) },
    }
  })
  for (const [key, granted] of held) {
    const [first] = granted
    if (!first || shown.has(key)) continue
    const { system, person, personName } = first
    drafts.push({
      ...{ system, person, standing: 'not-there', title: personName },
      privileged: granted.some((one) => one.privileged),
      ...{ rights: rights(system, [], granted), ...behind(granted) },
    })
  }
  const assign = await partiesFor(tx, drafts as never, review.reviewBy)
  const items = await createAll(
    tx,
    accessReviewItem,
    drafts.map((one) => ({ ...one, review: review.id, ...assign(one as never) })),
  )
  if (review.kind === 'mover')
    await tx.update(accessReview, review.id, { digest: digestOf(canonical(drafts)).toString('hex') })
  const reviewers = [...new Set(items.flatMap(({ reviewer }) => reviewer ?? []))]
  await tellGiven(
    tx,
    accessReview,
    review,
    reviewers.map((id) => ({ is: 'person', id })),
  )
}

const behind = (granted: readonly Grant[]) => ({
  grants: granted.map(({ id }) => id),
  approvers: [...new Set(granted.flatMap(({ approvedBy }) => approvedBy ?? []))],
})

async function accountsIn(tx: Tx, { kind, system, person, scope }: Review): Promise<Account[]> {
  const rows = await tx.db
    .selectFrom('systemAccount as a')
    .innerJoin('accessSystem as s', 's.id', 'a.system')
    .select(['a.id', 'a.system', 'a.login', 'a.name', 'a.person', 'a.standing', 'a.rights', 'a.privileged', 'a.shared'])
    .select(['a.secondFactor', 'a.lastUsedAt'])
    .where('a.state', '=', 'present')
    .where('s.state', '=', 'in-use')
    .$if(kind === 'system', (query) => query.where('a.system', '=', system))
    .$if(kind === 'mover', (query) => query.where('a.person', '=', person))
    .$if(scope === 'privileged', (query) => query.where(sql<boolean>`(a.privileged or a.shared)`))
    .orderBy('a.login')
    .execute()
  return rows
}

async function grantsIn(tx: Tx, { kind, system, person, scope }: Review): Promise<Grant[]> {
  const rows = await tx.db
    .selectFrom('accessGrant as g')
    .innerJoin('accessRight as r', 'r.id', 'g.accessRight')
    .innerJoin('accessSystem as s', 's.id', 'r.system')
    .innerJoin('person as p', 'p.id', 'g.person')
    .select(['g.id', 'r.system', 'g.person', 'p.name as personName', 'r.code', 'r.privileged', 'g.approvedBy'])
    .where('g.state', 'in', heldStates)
    .where('s.state', '=', 'in-use')
    .$if(kind === 'system', (query) => query.where('g.system', '=', system))
    .$if(kind === 'mover', (query) => query.where('g.person', '=', person))
    // What is ordinary on an account that is not looked at is not what this review is about.
    .$if(scope === 'privileged', (query) => query.where('r.privileged', '=', true))
    .orderBy('p.name')
    .orderBy('g.number')
    .execute()
  return rows
}

async function rightsOf(
  tx: Tx,
  systems: readonly string[],
): Promise<Map<string, { name: string; privileged: boolean }>> {
  if (systems.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('accessRight')
    .select(['system', 'code', 'name', 'privileged'])
    .where('system', 'in', systems)
    .execute()
  return new Map(rows.map(({ system, code, ...rest }) => [`${system} ${code}`, rest]))
}

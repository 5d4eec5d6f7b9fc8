import { sql } from 'kysely'
import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import { accessGrant } from '../../access-grant/access-grant.record.ts'
import type { accountList } from '../../account-list/account-list.record.ts'
import { accessReviewItem } from '../access-review-item.record.ts'
import { isTaken } from '../decide.rules.ts'
import '../../server/tables.ts'

type List = RowOf<typeof accountList>

interface Waiting {
  readonly id: string
  readonly take: readonly string[]
  readonly stillIn: string | null
  readonly grants: readonly string[]
  readonly there: boolean
  readonly disabled: boolean
  readonly rights: readonly string[]
}

/**
 * Holds every revoke that still waits against a list that was taken after it was decided. What a complete list no longer shows has
 * taken effect, and with it the grants behind it are over; what it shows is noted. A list of a part proves no absence.
 */
export async function settleRevokes(tx: Tx, list: List): Promise<void> {
  const at = list.sameAt ?? list.takenAt
  const { rows } = await sql<Waiting>`select i.id, i.take, i.still_in as "stillIn", i.grants,
      a.id is not null as there, coalesce(a.disabled, false) as disabled, coalesce(a.rights, '[]') as rights
    from access_review_item i
    left join lateral (select id, disabled, rights from system_account s
      where s.state = 'present' and (s.id = i.account
        or i.account is null and s.system = i.system and s.person = i.person) order by s.id limit 1) a on true
    where i.system = ${list.system} and i.state = 'revoking' and i.decided_at < ${at} order by i.id`.execute(tx.db)
  for (const one of rows) {
    if (!isTaken(one.take, { rights: one.there ? one.rights : null, disabled: one.disabled })) {
      if (one.stillIn !== list.id) await tx.act(accessReviewItem, one.id, 'show-still', { stillIn: list.id })
    } else if (list.complete) {
      await tx.act(accessReviewItem, one.id, 'take-effect', { goneIn: list.id })
      await endGrants(tx, one)
    }
  }
}

/** Grants that were asked back for it: the system no longer shows them. */
async function endGrants(tx: Tx, { grants, take }: Waiting): Promise<void> {
  for (const { id } of await grantsAmong(tx, grants, take, 'revoking')) await tx.act(accessGrant, id, 'remove')
}

/** Of these grants those in that state whose right goes; where none is named, all of them. */
export async function grantsAmong(
  tx: Tx,
  ids: readonly string[],
  take: readonly string[],
  state: RowOf<typeof accessGrant>['state'],
): Promise<{ id: string }[]> {
  if (ids.length === 0) return []
  return tx.db
    .selectFrom('accessGrant as g')
    .innerJoin('accessRight as r', 'r.id', 'g.accessRight')
    .select('g.id')
    .where('g.id', 'in', ids)
    .where('g.state', '=', state)
    .$if(take.length > 0, (query) => query.where('r.code', 'in', take))
    .orderBy('g.id')
    .execute()
}

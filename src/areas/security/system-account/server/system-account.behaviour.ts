import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import { heldStates } from '../../access-grant/access-grant.rules.ts'
import { standingOf } from '../standing.rules.ts'
import { systemAccount } from '../system-account.record.ts'
import '../../server/tables.ts'

type Account = RowOf<typeof systemAccount>

/** How each stands, from who is here, what they hold, and which rights are privileged: for all of them at once. */
async function stand(tx: Tx, steps: readonly Step<typeof systemAccount>[]): Promise<Partial<Account>[]> {
  const rows = steps.map(({ after }) => after)
  const people = [...new Set(rows.flatMap(({ person }) => person ?? []))]
  const systems = [...new Set(rows.map(({ system }) => system))]
  const here = await stateOf(tx, people)
  const granted = await grantedTo(tx, people, systems)
  const privileged = await privilegedIn(tx, systems)
  return rows.map((row) => {
    const person = row.person === null ? null : { here: here.get(row.person) === 'active' }
    const judged = standingOf({ person, rights: row.rights, granted: granted.get(`${row.system} ${row.person}`) ?? [] })
    const isPrivileged =
      row.saidPrivileged === true || row.rights.some((code) => privileged.has(`${row.system} ${code}`))
    return { ...judged, beyond: [...judged.beyond], privileged: isPrivileged }
  })
}

async function stateOf(tx: Tx, people: readonly string[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map()
  const rows = await tx.db.selectFrom('person').select(['id', 'state']).where('id', 'in', people).execute()
  return new Map(rows.map(({ id, state }) => [id, state]))
}

async function grantedTo(
  tx: Tx,
  people: readonly string[],
  systems: readonly string[],
): Promise<Map<string, string[]>> {
  const held = new Map<string, string[]>()
  if (people.length === 0) return held
  const rows = await tx.db
    .selectFrom('accessGrant as g')
    .innerJoin('accessRight as r', 'r.id', 'g.accessRight')
    .select(['g.person', 'g.system', 'r.code'])
    .where('g.person', 'in', people)
    .where('g.system', 'in', systems)
    .where('g.state', 'in', heldStates)
    .execute()
  for (const { person, system, code } of rows) {
    const key = `${system} ${person}`
    held.set(key, [...(held.get(key) ?? []), code])
  }
  return held
}

async function privilegedIn(tx: Tx, systems: readonly string[]): Promise<Set<string>> {
  const rows = await tx.db
    .selectFrom('accessRight')
    .select(['system', 'code'])
    .where('system', 'in', systems)
    .where('privileged', '=', true)
    .execute()
  return new Set(rows.map(({ system, code }) => `${system} ${code}`))
}

export const systemAccountBehaviour = behave(systemAccount, {
  derive: stand,
  effects: {
    async unmatch(tx, { id }) {
      await tx.as('accounts').update(systemAccount, id, { person: null, matchedBy: null })
    },
  },
})

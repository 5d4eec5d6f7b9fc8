import { accessGrant } from '../../areas/security/access-grant/access-grant.record.ts'
import { endGrants } from '../../areas/security/access-grant/server/end.task.ts'
import { accessRight } from '../../areas/security/access-right/access-right.record.ts'
import { accessSystem } from '../../areas/security/access-system/access-system.record.ts'
import { dutySeparation } from '../../areas/security/duty-separation/duty-separation.record.ts'
import type { ValuesOf } from '../../record/record.ts'
import { instantAt } from '../../record/time.ts'
import { demoSeparations, demoSystems } from './access.data.ts'
import { speak } from './approvals.ts'
import { type Places, placeOf } from './components.ts'
import { type Act, shanghai, tradingDay } from './history/agenda.ts'
import type { Login } from './people.ts'
import type { Stage } from './stage.ts'

const hour = 3_600_000
const day = 24 * hour

interface Ground {
  readonly stage: Stage
  readonly places: Places
}

/** A right by its code: its id, who answers for its system. */
type Rights = Map<string, { readonly id: string; readonly owner: Login }>

/**
 * Who may do what in six systems: set up a fortnight ago; since then one that was for three days and is over, one in an emergency
 * that was agreed to afterwards, and one in conflict while somebody is away.
 */
export function accessActs({ stage, places }: Ground, days: readonly string[]): Act[] {
  const [first] = days
  if (!first) return []
  const rights: Rights = new Map()
  const on = (ago: number, time: string, work: () => Promise<unknown>): Act => ({
    at: shanghai(tradingDay(days, ago), time),
    do: work,
  })
  const until = (ago: number, time: string) => instantAt(shanghai(tradingDay(days, ago), time))
  let urgent = ''
  return [
    {
      at: shanghai(first, '13:05'),
      async do() {
        await register({ stage, places }, rights)
        const year = instantAt(shanghai(first, '18:00') + 365 * day)
        for (const { rights: all } of demoSystems)
          for (const { code, held, posts } of all)
            for (const who of held) await give(stage, rights, who, code, { reason: '岗位职责需要。' }, posts, year)
      },
    },
    on(8, '14:10', () =>
      give(stage, rights, 'engineer', 'DB_ADMIN', {
        ...{ kind: 'temporary', reason: '月末归档前调整分区与索引。', endsAt: until(5, '18:00') },
      }),
    ),
    on(5, '18:00', () => endGrants(stage.engine, {} as never)),
    on(4, '20:35', async () => {
      urgent = await ask(stage, rights, 'engineer', 'DB_ADMIN', {
        ...{ kind: 'emergency', reason: '夜盘中库连接数耗尽,须立即处理会话。', endsAt: until(3, '08:00') },
      })
      await stage.as('manager', (tx) => tx.act(accessGrant, urgent, 'grant-emergency', { account: 'dba_tmp' }))
    }),
    on(4, '21:10', () => speak(stage, urgent, 'admin', { vote: 'agree', note: '已核对会话处理记录。' })),
    on(3, '08:00', () => endGrants(stage.engine, {} as never)),
    on(3, '10:20', async () => {
      const id = await ask(stage, rights, 'engineer', 'ST_CHECK', {
        ...{ kind: 'temporary', reason: '王丽娟休假期间代为复核清算。' },
        measure: '本人执行的批次不由本人复核;经理每日抽查复核记录并签字。',
        endsAt: instantAt(shanghai(tradingDay(days, 1), '18:00') + 14 * day),
      })
      await speak(stage, id, 'business', { vote: 'agree', note: '同意,限休假期间。' })
      await speak(stage, id, 'director', { vote: 'agree', note: '同意,请经理每日抽查。' }, true)
      await stage.as('admin', (tx) => tx.act(accessGrant, id, 'grant', { account: 'chenzy' }))
    }),
  ]
}

async function register({ stage, places }: Ground, rights: Rights): Promise<void> {
  const posts = new Map(
    (await stage.engine.db.selectFrom('post').select(['id', 'code']).execute()).map(({ id, code }) => [code, id]),
  )
  await stage.as('manager', async (tx) => {
    for (const { rights: all, owner, components, ...values } of demoSystems) {
      const system = await tx.create(accessSystem, {
        ...values,
        owner: stage.people[owner],
        components: components.map((code) => placeOf(places, code).component),
      })
      for (const { held: _held, posts: needed, ...one } of all) {
        const { id } = await tx.create(accessRight, {
          ...one,
          system: system.id,
          posts: needed.flatMap((code) => posts.get(code) ?? []),
        })
        rights.set(one.code, { id, owner })
      }
    }
    const ids = (codes: readonly string[]) => codes.flatMap((code) => rights.get(code)?.id ?? [])
    for (const { first, second, ...rule } of demoSeparations)
      await tx.create(dutySeparation, { ...rule, first: ids(first), second: ids(second) })
  })
}

type Asked = Partial<ValuesOf<typeof accessGrant>>

/** Asked for by whoever needs it. */
async function ask(stage: Stage, rights: Rights, who: Login, code: string, values: Asked): Promise<string> {
  const found = rights.get(code)
  if (!found) throw new Error(`The demo firm has no right ${code}`)
  return stage.as(who, async (tx) => {
    const { id, kind } = await tx.create(accessGrant, {
      ...{ person: stage.people[who], accessRight: found.id, reason: '' },
      ...values,
    })
    if (kind !== 'emergency') await tx.act(accessGrant, id, 'submit')
    return id
  })
}

/** Asked for, agreed to by the system's owner, or the manager where it is for the owner, and set up by a third. */
async function give(
  stage: Stage,
  rights: Rights,
  who: Login,
  code: string,
  values: Asked,
  posts: readonly string[] = [],
  year: string | null = null,
): Promise<void> {
  const owner = rights.get(code)?.owner
  const approver = owner === who || owner === undefined ? 'manager' : owner
  const hand = (['engineer', 'admin', 'manager'] as const).find((one) => one !== who && one !== approver) ?? 'admin'
  const isBeyond = !(await hasPost(stage, who, posts))
  const id = await ask(stage, rights, who, code, { ...(isBeyond && { endsAt: year }), ...values })
  await speak(stage, id, approver, { vote: 'agree', note: null })
  await stage.as(hand, (tx) => tx.act(accessGrant, id, 'grant', { account: who }))
}

async function hasPost(stage: Stage, who: Login, codes: readonly string[]): Promise<boolean> {
  if (codes.length === 0) return false
  const { posts } = await stage.engine.db
    .selectFrom('person')
    .select('posts')
    .where('id', '=', stage.people[who])
    .executeTakeFirstOrThrow()
  const found = await stage.engine.db
    .selectFrom('post')
    .select('id')
    .where('code', 'in', [...codes])
    .execute()
  return found.some(({ id }) => posts.includes(id))
}

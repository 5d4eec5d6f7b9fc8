import '../../discovery/server/tables.ts'
import { z } from 'zod'
import type { Task } from '../../../../platform/area.ts'
import { action, behave } from '../../../../platform/behaviour.ts'
import { keepSecret } from '../../../../platform/secret.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { keepReports } from '../../discovery/server/report.command.ts'
import { keeper } from '../../keepers.rules.ts'
import { reportOf } from '../snmp.rules.ts'
import { snmpTarget } from '../snmp-target.record.ts'
import { keysSchema, snmpAccess } from './access.ts'
import { askDevice } from './snmp.ts'

type Row = RowOf<typeof snmpTarget>

export const snmpTargetBehaviour = behave(snmpTarget, {
  guards: { create: sound, update: sound },
  effects: { update: forgetElsewhere },
  actions: {
    'set-keys': action(snmpTarget, {
      allow: keeper,
      summary: 'Sets the community (v2c) or the pass phrases (v3), which are shown to nobody from then on',
      input: keysSchema,
      output: z.object({ secretSet: z.boolean() }),
      async run(tx, { id }, keys) {
        const isEmpty = Object.values(keys).every((key) => !key)
        return { secretSet: await keepSecret(tx, snmpTarget, id, isEmpty ? '' : JSON.stringify(keys)) }
      },
    }),
    ask: action(snmpTarget, {
      allow: keeper,
      summary: 'Asks the device now, by a job; what it answers is a report of discovery',
      input: z.strictObject({}),
      output: z.object({ queued: z.literal(true) }),
      async run(tx, { id }) {
        await queue(tx, id)
        return { queued: true as const }
      },
    }),
  },
})

async function sound(_tx: Tx, { protocol, user, auth, priv }: Row): Promise<Fault[]> {
  if (protocol === 'v2c') return []
  return [
    ...(user ? [] : [fault('user', 'required', 'v3 须有用户名。', 'v3 needs a user.')]),
    ...(priv !== 'none' && auth === 'none'
      ? [fault('auth', 'required', '有加密就须有认证。', 'Privacy needs authentication.')]
      : []),
  ]
}

/** Keys are for one device: shown to no other. */
async function forgetElsewhere(tx: Tx, row: Row, before: Row | null): Promise<void> {
  const moved = (['host', 'port', 'protocol', 'user'] as const).some((name) => row[name] !== before?.[name])
  if (row.secretSet && moved) await keepSecret(tx, snmpTarget, row.id, '')
}

const queue = (tx: Tx, id: string): Promise<void> => tx.job('ask-snmp', { id }, { key: `ask-snmp ${id}` })

const hours = { hour: 1, day: 24, week: 168 } as const

/** Queues those whose turn it is. */
export const askDue: Task = async (engine) => {
  const now = Date.parse(engine.clock.now())
  const rows = await engine.db
    .selectFrom('snmpTarget')
    .leftJoin('snmpAsked', 'snmpAsked.target', 'snmpTarget.id')
    .select(['snmpTarget.id', 'snmpTarget.every', 'snmpAsked.at'])
    .where('snmpTarget.state', '=', 'active')
    .orderBy('snmpTarget.id')
    .execute()
  const due = rows.filter(({ every, at }) => at === null || Date.parse(at) + hours[every] * 3_600_000 <= now)
  if (due.length === 0) return
  await engine.inTx(asSystem('snmp'), async (tx) => {
    for (const { id } of due) await queue(tx, id)
  })
}

/** Every ten minutes. */
export const askDueCrontab = '*/10 * * * * ask-snmp-due'

/** Asks one device; what it says is kept as a report, or why it said nothing on the target. */
export const askTarget: Task = async (engine, { id }: { id: string }) => {
  const row = await engine.db.selectFrom('snmpTarget').selectAll().where('id', '=', id).executeTakeFirst()
  const access = row?.state === 'active' ? await snmpAccess(engine.db, id) : null
  if (!row || !access) return
  const at = engine.clock.now()
  const answer = await askDevice(access).catch((error: unknown) => String(error))
  await engine.inTx(asSystem('snmp'), async (tx) => {
    await tx.db
      .insertInto('snmpAsked')
      .values({ target: id, at })
      .onConflict((conflict) => conflict.column('target').doUpdateSet({ at }))
      .execute()
    await tx.update(snmpTarget, id, { trouble: typeof answer === 'string' ? answer.slice(0, 300) : null })
    if (typeof answer !== 'string') await keepReports(tx, [reportOf(answer, { host: row.host, at })])
  })
}

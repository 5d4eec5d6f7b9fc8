import '../../server/tables.ts'
import { sql } from 'kysely'
import { agreedNow } from '../../../../platform/approval/agreed.ts'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { ApprovalStep, AskedWho } from '../../../../record/approval.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import { instantAt, minuteMs, msOf } from '../../../../record/time.ts'
import type { Words } from '../../../../record/words.ts'
import { resolveAlarm } from '../../../operations/operations.api.ts'
import { beginFix, completeFix, giveUpFix } from '../../../service/service.api.ts'
import { bring, lapse } from '../../advisory-meeting/server/agenda.ts'
import { checkAfterChange, openAfterChange } from '../../config-check/server/after-change.ts'
import { change } from '../change.record.ts'
import { emergencyApprovalHours } from '../change.settings.ts'
import { gateFaults, gatesOf } from '../gates.rules.ts'
import { assess } from '../risk.rules.ts'
import { aroundOf } from './around.ts'
import { carry, keepVersions, restoreVersions, rollBack, say } from './carry.ts'
import { lateApprovalKey } from './late.task.ts'
import { recordTest } from './record-test.action.ts'
import { type ChangeRow, type Standing, standingOf } from './standing.ts'

const copied = [
  'runbook',
  'rollbackRunbook',
  'rollbackSteps',
  'answers',
  'backupHours',
  'noBackupReason',
  'watchHours',
] as const

/** What a new one has from its template, wherever it says nothing itself; whoever plans it owns it; and its risk. */
async function derived(tx: Tx, { before, after }: Step<typeof change>): Promise<Partial<ChangeRow>> {
  if (before && before.state !== 'draft') return {}
  const filled = before ? {} : { owner: after.owner ?? after.createdBy, ...(await fromTemplate(tx, after)) }
  const asked = { ...after, ...filled }
  const row = { ...asked, ...(await fromPackage(tx, asked)) }
  const { components, affected } = await aroundOf(tx.db, tx.settings, { ...row, plannedStart: null, plannedEnd: null })
  return {
    ...filled,
    versions: row.versions,
    supplier: row.supplier,
    risk: assess(row.answers, components, affected)?.risk ?? null,
  }
}

async function fromTemplate(tx: Tx, row: ChangeRow): Promise<Partial<ChangeRow>> {
  if (!row.template) return {}
  const template = await tx.db
    .selectFrom('changeTemplate')
    .selectAll()
    .where('id', '=', row.template)
    .executeTakeFirst()
  if (!template) return {}
  const empty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0)
  return {
    ...Object.fromEntries(copied.flatMap((name) => (row[name] === null ? [[name, template[name]]] : []))),
    ...(empty(row.tests) && { tests: template.tests }),
    ...(empty(row.components) && { components: template.components }),
  }
}

/** Where it says no versions of its own, each component has the package's afterwards; and its vendor is the package's. */
async function fromPackage(tx: Tx, row: ChangeRow): Promise<Partial<ChangeRow>> {
  if (!row.package) return {}
  const found = await tx.db
    .selectFrom('upgradePackage')
    .select(['toVersion', 'supplier'])
    .where('id', '=', row.package)
    .executeTakeFirst()
  if (!found) return {}
  return {
    supplier: row.supplier ?? found.supplier,
    ...(row.versions.length === 0 && {
      versions: row.components.map((component) => ({ component, to: found.toVersion })),
    }),
  }
}

const standing = (tx: Tx, row: ChangeRow, phase: 'planning' | 'starting', more: object = {}): Promise<Standing> =>
  standingOf(tx.db, tx.settings, row, { now: tx.now, today: tx.today, phase, ...more })

const planned = async (tx: Tx, row: ChangeRow): Promise<Fault[]> => {
  await oneAtATime(tx)
  return gateFaults(gatesOf(await standing(tx, row, 'planning')))
}

/** Besides what was planned, what an advisory board says of it. */
const approvable = async (tx: Tx, row: ChangeRow): Promise<Fault[]> => {
  await oneAtATime(tx)
  return gateFaults(gatesOf(await standing(tx, row, 'planning', { approval: 'now' })))
}

const ready = async (tx: Tx, row: ChangeRow): Promise<Fault[]> => {
  await oneAtATime(tx)
  return gateFaults(gatesOf(await standing(tx, row, 'starting')))
}

/** Two that are given a time at once would both find it free. */
const oneAtATime = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtextextended('change.windows', 0))`.execute(tx.db)

async function begin(tx: Tx, row: ChangeRow): Promise<void> {
  const { editions, misfits, backups } = await standing(tx, row, 'starting')
  const hours = tx.settings.get(emergencyApprovalHours)
  await carry(tx, row, editions.runbook as string)
  const foundAtStart = { misfits: misfits?.map(([zh]) => zh) ?? null, backups: backups.map(foundOf) }
  await tx.as('change').update(change, row.id, { foundAtStart })
  if (row.kind === 'emergency')
    await tx.as('change').update(change, row.id, { approvalDueAt: instantAt(msOf(tx.now) + hours * 60 * minuteMs) })
}

/** Times come as the driver makes them of a lateral join. */
const foundOf = ({ name, takenAt, proof }: Standing['backups'][number]) => ({
  name,
  proof,
  takenAt: takenAt === null ? null : instantAt(msOf(takenAt)),
})

/** Its run is over, all of its steps settled. */
async function runIsOver(tx: Tx, id: string | null, what: Words): Promise<Fault[]> {
  if (id === null) return []
  const run = await tx.db.selectFrom('run').select(['number', 'state']).where('id', '=', id).executeTakeFirstOrThrow()
  if (run.state === 'finished') return []
  return [
    fault(
      'run',
      'run-open',
      `${what[0]} ${run.number} 尚未完成并签字。`,
      `${what[1]} ${run.number} is not finished and signed.`,
    ),
  ]
}

/** What its components have a checklist for was checked once the work was over, and is as it must be. */
const configurationStands = async (tx: Tx, { components, endedAt }: ChangeRow): Promise<Fault[]> =>
  (await openAfterChange(tx.db, components, endedAt)).map(({ title, is }) =>
    is === 'drifts'
      ? fault(
          '',
          'configuration-drifts',
          `配置偏离未处理:${title}。`,
          `Its configuration drifts, and nobody has signed that it may: ${title}.`,
        )
      : fault(
          '',
          'configuration-unchecked',
          `变更后尚未核对配置:${title}。`,
          `Its configuration is not checked yet: ${title}.`,
        ),
  )

const step = (name: Words, who: AskedWho[], escalateTo: AskedWho[]): ApprovalStep => ({
  name: [...name],
  who,
  escalateTo,
  need: 'any',
  count: null,
  sign: true,
  escalateAfter: null,
})

/** A manager agrees; what is of high risk or stands in a freeze also wants the head of its owner's department. */
async function approvalOf(tx: Tx, row: ChangeRow) {
  if (row.kind === 'standard') return null
  const { risk, freezes } = await standing(tx, row, 'planning')
  const admin: AskedWho[] = [{ is: 'role', code: 'admin' }]
  const steps = [step(['经理批准', 'Manager agrees'], [{ is: 'role', code: 'manager' }], admin)]
  if (risk === 'high' || (freezes ?? []).length > 0)
    steps.push(
      step(
        ['部门负责人批准', 'Head of department agrees'],
        [{ is: 'head-of', field: 'owner' }],
        [{ is: 'role', code: 'manager' }, ...admin],
      ),
    )
  return { id: row.id, name: row.title, steps }
}

/** Who has agreed to it, kept where its controls and its page read it. */
const keepApprovers = async (tx: Tx, { id }: ChangeRow): Promise<void> => {
  await tx.as('change').update(change, id, { approvedBy: await agreedNow(tx, id, 'approve') })
}

const fixing = async (tx: Tx, { problem, number, title }: ChangeRow): Promise<void> => {
  if (problem) await beginFix(tx.as('change'), problem, `${number} ${title}`)
}

const unfixed = async (tx: Tx, { problem, number }: ChangeRow): Promise<void> => {
  if (problem) await giveUpFix(tx.as('change'), problem, number, `${number} 未实施,暂无规避办法。`)
}

async function settleLate(tx: Tx, row: ChangeRow): Promise<void> {
  await resolveAlarm(tx, lateApprovalKey(row.id), ['已事后审批。', 'Approved.'])
}

export const changeBehaviour = behave(change, {
  async derive(tx, steps) {
    const values: Partial<ChangeRow>[] = []
    for (const one of steps) values.push(await derived(tx, one))
    return values
  },
  guards: {
    assess: planned,
    approve: approvable,
    schedule: planned,
    reschedule: planned,
    start: ready,
    'start-emergency': ready,
    verify: (tx, row) => runIsOver(tx, row.run, ['执行', 'Run']),
    'finish-rollback': (tx, row) => runIsOver(tx, row.rollbackRun, ['回退执行', 'Rollback run']),
    close: configurationStands,
  },
  effects: {
    async assess(tx, row) {
      await fixing(tx, row)
      if (row.kind === 'normal') await bring(tx, row.id, 'waiting')
    },
    async approve(tx, row) {
      await keepApprovers(tx, row)
      await lapse(tx, row.id, '已批准,不再等待评审。')
    },
    start: begin,
    async 'start-emergency'(tx, row) {
      await begin(tx, row)
      await fixing(tx, row)
      await bring(tx, row.id, 'emergency')
    },
    async revise(tx, row) {
      await unfixed(tx, row)
      await lapse(tx, row.id, '变更已退回修改。', true)
    },
    async withdraw(tx, row) {
      await unfixed(tx, row)
      await lapse(tx, row.id, '变更已撤回。')
    },
    async reject(tx, row) {
      await unfixed(tx, row)
      await lapse(tx, row.id, '变更已驳回。')
    },
    async verify(tx, row) {
      await keepVersions(tx, row)
      await checkAfterChange(tx, row.id, row.components)
    },
    async 'roll-back'(tx, row) {
      const { editions } = await standing(tx, row, 'planning')
      await rollBack(tx, row, editions.rollbackRunbook)
    },
    async 'finish-rollback'(tx, row) {
      await restoreVersions(tx, row)
      await unfixed(tx, row)
      await checkAfterChange(tx, row.id, row.components)
    },
    'approve-afterwards': settleLate,
    'approve-rolled-back': settleLate,
    async close(tx, row) {
      await say(tx, row, ['已关闭', 'closed'])
      if (row.problem) await completeFix(tx.as('change'), row.problem, row.number, row.reason)
    },
  },
  approvals: {
    approve: {
      rule: approvalOf,
      async refused(tx, { id }, [rejectReason]) {
        await tx.act(change, id, 'reject', { rejectReason })
      },
    },
  },
  makers: ({ owner }) => [owner],
  actions: { 'record-test': recordTest },
})

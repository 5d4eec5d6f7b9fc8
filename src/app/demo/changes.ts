import { change } from '../../areas/change/change/change.record.ts'
import { changeTemplate } from '../../areas/change/change-template/change-template.record.ts'
import { freezeWindow } from '../../areas/change/freeze-window/freeze-window.record.ts'
import { upgradePackage } from '../../areas/change/upgrade-package/upgrade-package.record.ts'
import { vendorBulletin } from '../../areas/change/vendor-bulletin/vendor-bulletin.record.ts'
import { run } from '../../areas/operations/run/run.record.ts'
import { runStep } from '../../areas/operations/run-step/run-step.record.ts'
import { problem } from '../../areas/service/problem/problem.record.ts'
import { instantAt } from '../../record/time.ts'
import { speak } from './approvals.ts'
import type { Register } from './assets/register.ts'
import { copyBeforeChange } from './backups.ts'
import { holdBoard, planNextBoard } from './boards.ts'
import {
  bulletins,
  changeRunbooks,
  type PastChange,
  pastChanges,
  plannedChange,
  quiet,
  waitingChange,
} from './changes.data.ts'
import { type Places, placeOf } from './components.ts'
import { type Act, shanghai, tradingDay } from './history/agenda.ts'
import { approved, type Runbooks } from './runbooks/write.ts'
import { perform, type Stage } from './stage.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

interface Ground {
  readonly stage: Stage
  readonly places: Places
  readonly register: Register
  /** Where copies lie. */
  readonly copies: string
}

/** Changes on the practice floor in the last fortnight: one that went well, one that was rolled back; bulletins, and what is planned. */
export function changeActs(ground: Ground, days: readonly string[], last: number): Act[] {
  const { stage } = ground
  const [first] = days
  if (!first) return []
  let books: Runbooks = new Map()
  return [
    {
      at: shanghai(first, '09:30'),
      async do() {
        books = await approved(stage, changeRunbooks)
        await announce(ground)
      },
    },
    ...pastChanges.flatMap((past) => storyOf(ground, days, past, () => books)),
    { at: last - 2 * hour, do: () => lookAhead(ground, last, books) },
  ]
}

const componentsOf = ({ places }: Ground, codes: readonly string[]) =>
  codes.map((code) => placeOf(places, code).component)

async function announce({ stage, register }: Ground): Promise<void> {
  const [network] = bulletins
  const supplier = register.suppliers.get(network.supplier) as string
  const publishedAt = instantAt(Date.parse(stage.clock.now()) - 20 * hour)
  await stage.as('engineer', async (tx) => {
    const { id } = await tx.create(vendorBulletin, { ...network, supplier, publishedAt })
    await tx.act(vendorBulletin, id, 'read')
    await tx.act(vendorBulletin, id, 'decide', {
      decision: 'change',
      decisionReason: '核心交换机正是所述版本,安排在休市日升级。',
    })
  })
}

/** From the plan in the morning to the review in the evening. */
function storyOf(ground: Ground, days: readonly string[], past: PastChange, books: () => Runbooks): Act[] {
  const { stage } = ground
  const { failed, values } = past
  const on = tradingDay(days, past.ago)
  const at = (time: string, work: () => Promise<unknown>): Act => ({ at: shanghai(on, time), do: work })
  const by = {
    runbook: () => books().get('practice-upgrade') as string,
    rollbackRunbook: () => books().get('practice-rollback') as string,
  }
  let id = ''
  const components = componentsOf(ground, past.of)
  const window = { plannedStart: instantAt(shanghai(on, '14:00')), plannedEnd: instantAt(shanghai(on, '16:00')) }
  const act = (who: 'engineer' | 'checker', verb: Parameters<typeof transition>[2], more: object = {}) =>
    transition(stage, who, verb, id, more)
  return [
    at('09:40', async () => {
      const backup = failed ? { backupOf: components, rollbackRunbook: by.rollbackRunbook() } : {}
      const team = await teamOf(stage)
      const removes = past.problem ? { problem: await knownError(ground, past) } : {}
      const made = { ...values, ...backup, ...window, ...removes, components, team, runbook: by.runbook() }
      id = (await stage.as('engineer', (tx) => tx.create(change, made))).id
      await act('engineer', 'assess')
      await act('engineer', 'approve')
    }),
    at('11:10', () => speak(stage, id, 'manager', { vote: 'agree', note: '同意。' }, true)),
    at('11:20', () => act('engineer', 'schedule', window)),
    ...(failed ? [at('13:20', () => copyBeforeChange(ground))] : []),
    at('14:02', () => act('engineer', 'start')),
    at('14:20', () => carryOut(stage, id, 'run', failed ? 1 : 2)),
    at('14:40', () => record(stage, id, failed?.note ?? null)),
    ...(failed
      ? [
          at('14:45', () => act('engineer', 'roll-back', { rollbackReason: failed.reason })),
          at('15:05', () => carryOut(stage, id, 'rollbackRun', 1)),
          at('15:10', () => act('checker', 'finish-rollback', { rollbackResult: failed.result })),
        ]
      : [
          at('14:50', () => act('checker', 'verify')),
          at('16:20', () => act('engineer', 'close', { review: past.review })),
        ]),
  ]
}

/** What its change removes for good: found, and lived with until then. */
const knownError = ({ stage, places }: Ground, { problem: found, of }: PastChange): Promise<string> =>
  stage.as('engineer', async (tx) => {
    const { rootCause, workaround, title } = found as NonNullable<PastChange['problem']>
    const { component } = placeOf(places, of[0] as string)
    const { id } = await tx.create(problem, { title, component, owner: stage.people.engineer })
    await tx.act(problem, id, 'analyse', { rootCause })
    await tx.act(problem, id, 'make-known', { workaround })
    return id
  })

const transition = (
  stage: Stage,
  who: 'engineer' | 'checker',
  verb: keyof typeof change.transitions,
  id: string,
  more: object,
) => stage.as(who, (tx) => tx.act(change, id, verb, more))

const teamOf = async (stage: Stage): Promise<string> =>
  (await stage.engine.db.selectFrom('team').select('id').where('code', '=', 'duty').executeTakeFirstOrThrow()).id

/** So many steps of its run by engineer and manager; all of them, and the report is signed. */
async function carryOut(stage: Stage, id: string, which: 'run' | 'rollbackRun', steps: number): Promise<void> {
  const { [which]: at } = await stage.engine.db
    .selectFrom('change')
    .select(['run', 'rollbackRun'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const runId = at as string
  const all = await stage.engine.db
    .selectFrom('runStep')
    .select('id')
    .where('run', '=', runId)
    .orderBy('position')
    .execute()
  for (const one of all.slice(0, steps)) {
    await stage.as('engineer', (tx) => tx.act(runStep, one.id, 'start'))
    await stage.as('engineer', (tx) => tx.act(runStep, one.id, 'done', { note: '已完成,与变更单一致。' }))
    await stage.as('manager', (tx) => tx.act(runStep, one.id, 'check'))
  }
  if (steps >= all.length) await stage.as('manager', (tx) => tx.act(run, runId, 'finish'))
}

const record = (stage: Stage, id: string, note: string | null) =>
  stage.as('checker', (tx) =>
    perform(tx, stage.engine, change, id, 'record-test', { test: 0, passed: note === null, note }),
  )

/** What is planned and what has come in by this afternoon. */
async function lookAhead(ground: Ground, last: number, books: Runbooks): Promise<void> {
  const { stage, register } = ground
  const [network, platform] = bulletins
  const runbook = books.get('practice-upgrade') as string
  const saturday = nextSaturday(last)
  const found = await stage.engine.db.selectFrom('vendorBulletin').select('id').executeTakeFirstOrThrow()
  const id = await stage.as('engineer', async (tx) => {
    const components = componentsOf(ground, ['core-switch'])
    const supplier = register.suppliers.get(network.supplier) as string
    const made = await tx.create(change, {
      ...{ ...plannedChange, tests: [...plannedChange.tests] },
      ...{ components, supplier, runbook, bulletin: found.id },
      versions: [{ component: components[0] as string, to: '7.1.070' }],
      plannedStart: instantAt(saturday + 9 * hour),
      plannedEnd: instantAt(saturday + 12 * hour),
    })
    await tx.create(upgradePackage, {
      title: '模拟交易平台 1.1.0 升级包',
      supplier: register.suppliers.get(platform.supplier) as string,
      product: platform.product,
      fits: '>=1.0.0 <1.1.0',
      toVersion: '1.1.0',
      contents: '全部六个程序的 1.1.0 版本与数据库脚本。',
      fixes: '夜盘跨日成交归入正确的交易日。',
      files: [{ name: 'platform-1.1.0.tar', sha256: '5eed'.padEnd(64, '0') }],
    })
    await tx.create(vendorBulletin, {
      ...platform,
      supplier: register.suppliers.get(platform.supplier) as string,
      publishedAt: instantAt(last - 4 * hour),
    })
    await tx.create(changeTemplate, {
      name: '演练环境参数调整',
      purpose: '按已演练的参数表调整演练环境,不改程序。',
      components: componentsOf(ground, ['settlement', 'bank-link']),
      runbook,
      rollbackRunbook: books.get('practice-rollback') as string,
      answers: quiet,
      tests: [{ what: '健康检查', expected: '正常' }],
      noBackupReason: '参数文件随变更单保存。',
      watchHours: 2,
      validUntil: instantAt(last + 180 * day).slice(0, 10),
    })
    return made.id
  })
  await stage.as('manager', async (tx) => {
    const template = await tx.db.selectFrom('changeTemplate').select('id').executeTakeFirstOrThrow()
    await tx.act(changeTemplate, template.id, 'approve')
    await tx.create(freezeWindow, {
      title: '交易所联网测试',
      titleEn: 'The exchange’s connection test',
      startsAt: instantAt(saturday + 8 * day + 9 * hour),
      endsAt: instantAt(saturday + 8 * day + 17 * hour),
      reason: '按交易所通知参加全市场联网测试,当日不做变更。',
    })
  })
  await transition(stage, 'engineer', 'assess', id, {})
  await holdBoard(stage, id)
  await transition(stage, 'engineer', 'approve', id, {})
  await planNextBoard(stage, await standsNext(ground, books, saturday))
}

/** What the next board finds on its agenda: a change that is assessed and waits. */
async function standsNext(ground: Ground, books: Runbooks, saturday: number): Promise<string> {
  const { stage } = ground
  const values = {
    ...{ ...waitingChange, tests: [...waitingChange.tests] },
    ...{ components: componentsOf(ground, ['bank-link']), runbook: books.get('practice-upgrade') as string },
    plannedStart: instantAt(saturday + 7 * day + 10 * hour),
    plannedEnd: instantAt(saturday + 7 * day + 12 * hour),
  }
  const { id } = await stage.as('engineer', (tx) => tx.create(change, values))
  await transition(stage, 'engineer', 'assess', id, {})
  return id
}

/** The first moment of the Saturday after next Friday’s night session, in the firm’s zone. */
function nextSaturday(from: number): number {
  const shift = 8 * hour
  const today = Math.floor((from + shift) / day)
  // 1970-01-01 was a Thursday.
  const ahead = (2 - (today % 7) + 7) % 7 || 7
  return (today + ahead) * day - shift
}

/** What must hold before a change goes on: each gate says that it holds, or what it lacks. Pure; `server/standing.ts` loads the facts. */
import { type Fault, fault } from '../../../record/problem.ts'
import { minuteMs, msOf } from '../../../record/time.ts'
import type { Words } from '../../../record/words.ts'
import { type Advice, isInFavour } from '../advisory-meeting/advice.rules.ts'
import type { Tests } from './plan.rules.ts'
import type { Risk } from './risk.rules.ts'
import type { Freeze } from './window.rules.ts'

export interface Gate {
  readonly code: GateCode
  /** `later`: it is asked for when the work begins. */
  readonly is: 'holds' | 'lacks' | 'later'
  /** The field of the plan that mends it, where one does. */
  readonly path: string
  readonly text: Words
}

export const gateCodes = [
  'components',
  'risk',
  'template',
  'package',
  'window',
  'freeze',
  'clash',
  'runbook',
  'rollback',
  'tests',
  'backup',
  'crew',
  'advice',
] as const
export type GateCode = (typeof gateCodes)[number]

export interface Plan {
  readonly kind: 'standard' | 'normal' | 'emergency'
  readonly components: readonly string[]
  readonly plannedStart: string | null
  readonly plannedEnd: string | null
  readonly freezeReason: string | null
  readonly clashReason: string | null
  readonly rollbackSteps: string | null
  readonly tests: Tests
  readonly backupOf: readonly string[]
  readonly backupHours: number
  readonly noBackupReason: string | null
  readonly backupWaiver: string | null
}

/** A runbook as a change names it: the edition in force of its code, or none. */
export interface Book {
  readonly title: string
  readonly titleEn: string | null
  readonly effective: boolean
}

/** Who stands ready for a post of the runbook. */
export interface Crew {
  readonly post: string
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly checks: boolean
}

export interface Clash {
  readonly number: string
  readonly title: string
  readonly state: string
  readonly from: string
  readonly to: string
  readonly same: readonly string[]
  readonly related: readonly string[]
}

export interface Facts {
  readonly plan: Plan
  readonly now: string
  /** Planning asks for what the plan can say; starting for all of it. */
  readonly phase: 'planning' | 'starting'
  readonly unfit: readonly { readonly name: string; readonly state: string }[]
  readonly risk: Risk | null
  readonly template: TemplateFacts | null
  /** What of a package does not fit; null where none is named. */
  readonly misfits: readonly Words[] | null
  /** Null where the trading calendar does not reach. */
  readonly freezes: readonly Freeze[] | null
  readonly clashes: readonly Clash[]
  readonly runbook: Book | null
  readonly rollbackRunbook: Book | null
  /** Newest proven backup of each component that must have one. */
  readonly backups: readonly { readonly name: string; readonly takenAt: string | null; readonly proof: string | null }[]
  readonly crew: readonly Crew[]
  readonly board: BoardFacts
}

/** What an advisory board has said of it, and whether its approval waits for that. */
export interface BoardFacts {
  readonly wanted: 'now' | 'later' | 'no'
  readonly advised: {
    readonly number: string
    readonly advice: Advice | null
    readonly conditions: string | null
  } | null
}

export interface TemplateFacts {
  readonly effective: boolean
  readonly expired: boolean
  /** Components that it was not approved for. */
  readonly beyond: readonly string[]
}

const holds = (code: GateCode, zh: string, en: string): Gate => ({ code, is: 'holds', path: '', text: [zh, en] })
const lacks = (code: GateCode, path: string, zh: string, en: string): Gate => ({
  code,
  is: 'lacks',
  path,
  text: [zh, en],
})

/** Every gate of a change, in the order in which its page shows them. */
export function gatesOf(facts: Facts): Gate[] {
  const emergency = facts.plan.kind === 'emergency'
  return [
    components(facts),
    risk(facts),
    ...(facts.plan.kind === 'standard' ? templates(facts) : []),
    ...(facts.misfits ? packages(facts.misfits) : []),
    ...(emergency ? [] : windows(facts)),
    ...(emergency ? [] : freezes(facts)),
    ...clashes(facts),
    book('runbook', facts.runbook),
    ...rollback(facts),
    tests(facts),
    ...backups(facts),
    ...crew(facts),
    ...boards(facts.board),
  ]
}

/** What stands in the way, all of it at once. */
export const gateFaults = (gates: readonly Gate[]): Fault[] =>
  gates.filter(({ is }) => is === 'lacks').map(({ code, path, text: [zh, en] }) => fault(path, `gate-${code}`, zh, en))

function components({ plan, unfit }: Facts): Gate {
  if (plan.components.length === 0)
    return lacks('components', 'components', '没有选择要变更的组件。', 'It names no component.')
  if (unfit.length > 0) {
    const names = unfit.map(({ name }) => name)
    return lacks('components', 'components', `已下线:${names.join('、')}。`, `Retired: ${names.join(', ')}.`)
  }
  return holds('components', `涉及 ${plan.components.length} 个组件。`, `${plan.components.length} components.`)
}

const riskNames: Readonly<Record<Risk, Words>> = { low: ['低', 'low'], medium: ['中', 'medium'], high: ['高', 'high'] }

function risk({ risk: level }: Facts): Gate {
  if (level === null)
    return lacks('risk', 'answers', '风险问题还没有回答。', 'The questions about its risk are not answered.')
  return holds('risk', `风险等级:${riskNames[level][0]}。`, `Risk: ${riskNames[level][1]}.`)
}

function templates({ template, risk: level }: Facts): Gate[] {
  if (template === null)
    return [
      lacks(
        'template',
        'template',
        '标准变更须选用已批准的模板。',
        'A standard change is made from an approved template.',
      ),
    ]
  const found: Gate[] = []
  if (!template.effective)
    found.push(lacks('template', 'template', '所选模板未生效。', 'Its template is not in force.'))
  if (template.expired)
    found.push(lacks('template', 'template', '所选模板的批准已过期。', 'The approval of its template has run out.'))
  if (template.beyond.length > 0)
    found.push(
      lacks(
        'template',
        'components',
        `模板未批准用于:${template.beyond.join('、')}。`,
        `Its template was not approved for ${template.beyond.join(', ')}.`,
      ),
    )
  if (level === 'high')
    found.push(lacks('template', 'kind', '高风险的不能按标准变更办理。', 'What is of high risk is no standard change.'))
  return found.length > 0 ? found : [holds('template', '按已批准的模板办理。', 'As its template was approved.')]
}

const packages = (misfits: readonly Words[]): Gate[] =>
  misfits.length === 0
    ? [holds('package', '升级包适用于全部组件。', 'The package fits every component.')]
    : misfits.map(([zh, en]) => lacks('package', 'package', zh, en))

function windows({ plan: { plannedStart: start, plannedEnd: end }, now, phase }: Facts): Gate[] {
  if (!start || !end) return [lacks('window', 'plannedStart', '没有计划时间。', 'It has no planned window.')]
  if (end <= start)
    return [lacks('window', 'plannedEnd', '计划结束须晚于开始。', 'The window must end after it starts.')]
  if (end <= now)
    return [lacks('window', 'plannedEnd', '计划时间已过,请重新安排。', 'The window is past: plan it anew.')]
  if (phase === 'starting' && start > now)
    return [lacks('window', 'plannedStart', '计划时间未到。', 'The window has not begun.')]
  return [holds('window', '计划时间有效。', 'The window stands.')]
}

function freezes({ plan, freezes: found }: Facts): Gate[] {
  if (!plan.plannedStart || !plan.plannedEnd) return []
  if (found === null)
    return [
      lacks(
        'freeze',
        'plannedStart',
        '交易日历不含这段时间,无法判断是否冻结。',
        'The trading calendar does not reach this time.',
      ),
    ]
  if (found.length === 0) return [holds('freeze', '不在冻结期内。', 'No freeze stands in this time.')]
  const zh = found.map(({ title }) => title[0]).join('、')
  const en = found.map(({ title }) => title[1]).join(', ')
  return plan.freezeReason
    ? [
        holds(
          'freeze',
          `在冻结期内(${zh}),理由已写明并随变更审批。`,
          `Within a freeze (${en}); the reason is approved with it.`,
        ),
      ]
    : [
        lacks(
          'freeze',
          'plannedStart',
          `计划时间在冻结期内:${zh}。请改时间,或写明理由一并报批。`,
          `The window is within a freeze: ${en}. Move it, or give a reason to be approved with it.`,
        ),
      ]
}

function clashes({ plan, clashes: found }: Facts): Gate[] {
  const relevant = plan.kind === 'emergency' ? found.filter(({ state }) => state === 'in-progress') : found
  const same = relevant.filter((one) => one.same.length > 0)
  const related = relevant.filter((one) => one.same.length === 0)
  const faults = same.map((one) =>
    lacks(
      'clash',
      'plannedStart',
      `与 ${one.number}「${one.title}」同时变更同一组件:${one.same.join('、')}。`,
      `${one.number} “${one.title}” changes the same at that time: ${one.same.join(', ')}.`,
    ),
  )
  if (!plan.clashReason)
    faults.push(
      ...related.map((one) =>
        lacks(
          'clash',
          'clashReason',
          `与 ${one.number}「${one.title}」有依赖关系(${one.related.join('、')})。请改时间,或说明为何可同时进行。`,
          `${one.number} “${one.title}” changes what depends on this or carries it (${one.related.join(', ')}). Move it, or say why both can be.`,
        ),
      ),
    )
  if (faults.length > 0) return faults
  if (related.length > 0)
    return [
      holds(
        'clash',
        `与 ${related.length} 个变更有依赖关系,已说明。`,
        `${related.length} related; it says why both can be.`,
      ),
    ]
  return [holds('clash', '没有冲突的变更。', 'No other change is in the way.')]
}

function book(code: 'runbook' | 'rollback', found: Book | null): Gate {
  const [zh, en] = code === 'runbook' ? ['实施流程', 'runbook'] : ['回退流程', 'rollback runbook']
  const path = code === 'runbook' ? 'runbook' : 'rollbackRunbook'
  if (found === null) return lacks(code, path, `没有选择${zh}。`, `It names no ${en}.`)
  if (!found.effective)
    return lacks(
      code,
      path,
      `${zh}「${found.title}」没有生效的版次。`,
      `The ${en} ${found.titleEn ?? found.title} is not in force.`,
    )
  return holds(code, `${zh}:${found.title}。`, `By ${en} ${found.titleEn ?? found.title}.`)
}

function rollback({ plan, rollbackRunbook }: Facts): Gate[] {
  if (rollbackRunbook) return [book('rollback', rollbackRunbook)]
  return plan.rollbackSteps
    ? [holds('rollback', '回退步骤已写明。', 'It says how it is rolled back.')]
    : [lacks('rollback', 'rollbackSteps', '没有回退步骤。', 'It does not say how it is rolled back.')]
}

const tests = ({ plan }: Facts): Gate =>
  plan.tests.length === 0
    ? lacks('tests', 'tests', '没有测试计划。', 'It has no test plan.')
    : holds('tests', `测试计划 ${plan.tests.length} 项。`, `${plan.tests.length} tests are planned.`)

function backups({ plan, backups: found, now, phase }: Facts): Gate[] {
  if (plan.backupOf.length === 0)
    return plan.noBackupReason
      ? [holds('backup', '已说明为何不需备份。', 'It says why no backup is needed.')]
      : [
          lacks(
            'backup',
            'backupOf',
            '没有写明要备份的组件,也没有说明为何不需备份。',
            'It names nothing to back up, and does not say why nothing need be.',
          ),
        ]
  if (plan.kind === 'emergency' && plan.backupWaiver)
    return [
      holds('backup', '紧急变更,已说明为何不等备份。', 'An emergency: it says why it does not wait for a backup.'),
    ]
  const since = msOf(now) - plan.backupHours * 60 * minuteMs
  const old = found.filter(({ takenAt }) => takenAt === null || msOf(takenAt) < since)
  if (old.length === 0) return [holds('backup', '备份已验证可恢复。', 'Its backups are proven.')]
  if (phase === 'planning')
    return [
      {
        code: 'backup',
        is: 'later',
        path: '',
        text: [
          `开始前须有 ${plan.backupHours} 小时内验证过的备份:${old.map(({ name }) => name).join('、')}。`,
          `Before it starts, a proven backup of the last ${plan.backupHours} hours: ${old.map(({ name }) => name).join(', ')}.`,
        ],
      },
    ]
  return old.map(({ name, takenAt }) =>
    takenAt === null
      ? lacks('backup', '', `${name} 没有验证过的备份。`, `${name} has no proven backup.`)
      : lacks(
          'backup',
          '',
          `${name} 验证过的备份早于 ${plan.backupHours} 小时。`,
          `The proven backup of ${name} is older than ${plan.backupHours} hours.`,
        ),
  )
}

function crew({ runbook, crew: found, phase }: Facts): Gate[] {
  if (!runbook?.effective) return []
  const missing = found.filter(({ people }) => people.length === 0).map(({ post }) => post)
  const everybody = new Set(found.flatMap(({ people }) => people.map(({ id }) => id)))
  const alone = missing.length === 0 && found.some(({ checks }) => checks) && everybody.size < 2
  if (missing.length === 0 && !alone) return [holds('crew', '实施与复核人员均在岗。', 'Maker and checker are on duty.')]
  const text: Words = alone
    ? ['在岗只有一人,不能双岗实施。', 'One person is on duty: two are needed.']
    : [`无人在岗:${missing.join('、')}。`, `Nobody on duty for ${missing.join(', ')}.`]
  return [{ code: 'crew', is: phase === 'starting' ? 'lacks' : 'later', path: '', text }]
}

function boards({ wanted, advised }: BoardFacts): Gate[] {
  if (advised && isInFavour(advised.advice)) {
    const { number, conditions } = advised
    return [
      conditions
        ? holds('advice', `${number} 有条件同意:${conditions}`, `${number} is in favour on conditions: ${conditions}`)
        : holds('advice', `${number} 同意。`, `${number} is in favour.`),
    ]
  }
  if (wanted === 'no') return []
  const [zh, en] = advised
    ? [`${advised.number} 未同意,须再经评审会。`, `${advised.number} is not in favour: a board must look at it again.`]
    : [
        '达到风险等级,须经评审会评审后批准。',
        'Of this risk it is approved only once an advisory board has looked at it.',
      ]
  return [{ code: 'advice', is: wanted === 'now' ? 'lacks' : 'later', path: '', text: [zh, en] }]
}

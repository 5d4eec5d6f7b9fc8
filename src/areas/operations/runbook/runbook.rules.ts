import { personId } from '../../../record/actor.ts'
import { cyclesIn, islandsOf } from '../../../record/graph.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import type { Moment } from '../../../record/record.ts'
import { namesIn } from './parameter.rules.ts'
import type { Mark, Step } from './step.rules.ts'

/** What a check of steps must know about the firm; the server loads it. */
export interface Facts {
  /** By code: the verbs each component declares. */
  readonly components: ReadonlyMap<string, readonly string[]>
  /** Numbers of the probes that can be asked. */
  readonly probes: ReadonlySet<string>
  /** By code: ids of the persons who hold each post now. */
  readonly posts: ReadonlyMap<string, readonly string[]>
  /** Codes of the trading calendar's sessions. */
  readonly sessions: ReadonlySet<string>
  /** Where a mark falls on an ordinary trading day, in milliseconds; null where that cannot be told. */
  place(mark: Mark): number | null
}

/** Everything that keeps the steps from being carried out, each with its path (`steps.3.needs.0`). */
export function checkSteps(steps: readonly Step[], facts: Facts): Fault[] {
  if (steps.length === 0) {
    return [fault('steps', 'no-steps', '至少要有一个步骤。', 'There must be at least one step.')]
  }
  return [
    ...steps.flatMap((step, at) => repeatedKey(steps, step, at)),
    ...graphFaults(steps),
    ...steps.flatMap((step, at) => [
      ...modeFaults(step, `steps.${at}`, facts),
      ...postFaults(step, `steps.${at}`, facts),
      ...timeFaults(step, `steps.${at}`, facts),
    ]),
  ]
}

/** Whoever wrote an edition does not approve it, and nobody without a name does. */
export const notTheAuthor = ({ createdBy }: { readonly createdBy: string | null }, { actor }: Moment): Fault[] => {
  const me = personId(actor)
  return me === null || me === createdBy
    ? [
        fault(
          '',
          'same-person',
          '编制人不能批准自己的流程,须由他人批准。',
          'The author cannot approve it; somebody else must.',
        ),
      ]
    : []
}

/** Whether two different persons can be found, one from each list. */
export const canBeTwo = (makers: readonly string[], checkers: readonly string[]): boolean =>
  makers.some((maker) => checkers.some((checker) => checker !== maker))

function repeatedKey(steps: readonly Step[], { key }: Step, at: number): Fault[] {
  const first = steps.findIndex((step) => step.key === key)
  return first === at
    ? []
    : [
        fault(
          `steps.${at}.key`,
          'repeated-key',
          `标识「${key}」与第 ${first + 1} 步重复。`,
          `Step ${first + 1} already has the key ${key}.`,
        ),
      ]
}

function graphFaults(steps: readonly Step[]): Fault[] {
  const faults: Fault[] = []
  const at = (key: string) => steps.findIndex((step) => step.key === key)
  steps.forEach((step, index) => {
    step.needs.forEach((need, n) => {
      if (at(need) < 0)
        faults.push(
          fault(
            `steps.${index}.needs.${n}`,
            'unknown-need',
            `没有标识为「${need}」的步骤。`,
            `No step has the key ${need}.`,
          ),
        )
    })
  })
  for (const ring of cyclesIn(steps)) {
    const [zh, en] = ringInWords(ring.map((key) => (steps[at(key)] as Step).title))
    faults.push(fault(`steps.${at(ring[0] as string)}.needs`, 'cycle', zh, en))
  }
  for (const key of islandsOf(steps).slice(1).flat()) {
    faults.push(
      fault(
        `steps.${at(key)}`,
        'orphan',
        '此步骤与其余步骤没有先后关系。',
        'This step is not connected with the rest: nothing leads to it or from it.',
      ),
    )
  }
  return faults
}

const ringInWords = (titles: readonly (readonly [string, string])[]): [string, string] => {
  const all = [...titles, titles[0] as readonly [string, string]]
  return [
    `步骤互相等待:${all.map(([zh]) => `「${zh}」`).join(' → ')}。`,
    `Steps wait for each other: ${all.map(([, en]) => `“${en}”`).join(' → ')}.`,
  ]
}

function modeFaults(step: Step, path: string, facts: Facts): Fault[] {
  const faults: Fault[] = []
  const say = (field: string, name: string, zh: string, en: string) =>
    faults.push(fault(`${path}.${field}`, name, zh, en))
  if (step.mode === 'command') {
    if (step.components.length === 0)
      say('components', 'no-component', '命令步骤须指明组件。', 'A command step must name a component.')
    if (!step.action) say('action', 'no-action', '命令步骤须指明动作。', 'A command step must name an action.')
  }
  step.components.forEach((component, n) => {
    const verbs = facts.components.get(component)
    if (namesIn(component).length > 0) return // whichever is given when a run begins
    if (!verbs)
      say(`components.${n}`, 'unknown-component', `没有组件「${component}」。`, `There is no component ${component}.`)
    else if (step.mode === 'command' && step.action && !verbs.includes(step.action))
      say(
        `components.${n}`,
        'undeclared-action',
        `组件「${component}」没有声明动作「${step.action}」。`,
        `Component ${component} does not declare the action ${step.action}.`,
      )
  })
  if (step.mode === 'runbook' && !step.runbook)
    say('runbook', 'no-runbook', '须指明执行哪份流程。', 'It must say which runbook it stands for.')
  if (step.mode === 'probe' && !step.probe)
    say('probe', 'no-probe', '探测步骤须指明探测。', 'A step by probe must name a probe.')
  for (const field of ['probe', 'proof'] as const) {
    const number = step[field]
    if (number && !facts.probes.has(number))
      say(field, 'unknown-probe', `没有可用的探测「${number}」。`, `There is no active probe ${number}.`)
  }
  return faults
}

function postFaults(step: Step, path: string, facts: Facts): Fault[] {
  const faults: Fault[] = []
  for (const field of ['makerPost', 'checkerPost'] as const) {
    const code = step[field]
    if (!code) continue
    const holders = facts.posts.get(code)
    if (!holders)
      faults.push(fault(`${path}.${field}`, 'unknown-post', `没有岗位「${code}」。`, `There is no post ${code}.`))
    else if (holders.length === 0)
      faults.push(
        fault(`${path}.${field}`, 'empty-post', `岗位「${code}」无人担任。`, `Nobody holds the post ${code}.`),
      )
  }
  const makers = facts.posts.get(step.makerPost) ?? []
  const checkers = facts.posts.get(step.checkerPost ?? '') ?? []
  if (makers.length > 0 && checkers.length > 0 && !canBeTwo(makers, checkers)) {
    faults.push(
      fault(
        `${path}.checkerPost`,
        'one-person',
        '经办岗与复核岗目前只有同一人担任,无法双岗。',
        'Maker and checker post are held by the same one person: there would be no second.',
      ),
    )
  }
  return faults
}

function timeFaults(step: Step, path: string, facts: Facts): Fault[] {
  const faults: Fault[] = []
  for (const field of ['earliest', 'deadline'] as const) {
    const session = step[field]?.session
    if (session && !facts.sessions.has(session))
      faults.push(
        fault(
          `${path}.${field}.session`,
          'unknown-session',
          `交易日历中没有时段「${session}」。`,
          `The trading calendar has no session ${session}.`,
        ),
      )
  }
  if (step.earliest && step.deadline && !isBefore(step.earliest, step.deadline, facts))
    faults.push(
      fault(
        `${path}.deadline`,
        'deadline-first',
        '最晚时间须晚于最早时间。',
        'The deadline must be after the earliest start.',
      ),
    )
  return faults
}

function isBefore(earliest: Mark, deadline: Mark, facts: Facts): boolean {
  if (earliest.session === deadline.session && earliest.edge === deadline.edge)
    return earliest.offsetMinutes < deadline.offsetMinutes
  const [from, to] = [facts.place(earliest), facts.place(deadline)]
  return from === null || to === null || from < to
}

/** What the builder does to an offering. Pure: each gives a new one and leaves the old as it was. */
import type { Condition } from '../../../../record/condition.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { OrderStep, offering } from '../../offering/offering.record.ts'
import type { Question, QuestionKind } from '../../offering/question.rules.ts'
import type { PlannedTask } from '../../offering/task.rules.ts'

export type Drafted = Pick<RowOf<typeof offering>, 'form' | 'approval' | 'tasks'>
export type Part = keyof Drafted

/** The first of `q-1`, `q-2` … that is not taken. */
export function freeKey(taken: readonly string[], stem: string): string {
  let n = taken.length + 1
  while (taken.includes(`${stem}-${n}`)) n++
  return `${stem}-${n}`
}

/** A new member after the one at `at`; -1 puts it first. */
export const inserted = <T>(list: readonly T[], at: number, one: T): T[] => [
  ...list.slice(0, at + 1),
  one,
  ...list.slice(at + 1),
]

/** The member at `from` put where `to` is; beyond either end it stays. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list]
  if (from < 0 || to < 0 || from >= list.length || to >= list.length) return next
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}

export const newQuestion = (form: readonly Question[], kind: QuestionKind): Question => ({
  key: freeKey(
    form.map(({ key }) => key),
    'q',
  ),
  label: '',
  kind,
  required: false,
  choices: kind === 'choice' || kind === 'choices' ? [newChoice([]), newChoice([newChoice([])])] : [],
  when: [],
})

export const newChoice = (choices: Question['choices']): Question['choices'][number] => ({
  value: freeKey(
    choices.map(({ value }) => value),
    'c',
  ),
  label: '',
})

export const newStep = (): OrderStep => ({
  name: ['', ''],
  who: [],
  need: 'any',
  count: null,
  sign: false,
  escalateAfter: null,
  escalateTo: [],
  when: [],
})

/** Waits for the one before it, as most work does. */
export const newTask = (tasks: readonly PlannedTask[], at: number): PlannedTask => ({
  key: freeKey(
    tasks.map(({ key }) => key),
    't',
  ),
  title: '',
  after: tasks[at] ? [tasks[at].key] : [],
  when: [],
})

/** Without a task; whoever waited for it waits for what it waited for. */
export function withoutTask(tasks: readonly PlannedTask[], key: string): PlannedTask[] {
  const gone = tasks.find((task) => task.key === key)
  const bridged = (after: readonly string[]) => [
    ...new Set(after.flatMap((one) => (one === key ? (gone?.after ?? []) : [one]))),
  ]
  return tasks.filter((task) => task.key !== key).map((task) => ({ ...task, after: bridged(task.after) }))
}

/** A question by a new key, which must be free: whatever looks at it follows. */
export function renamedQuestion(draft: Drafted, from: string, to: string): Drafted {
  const follow = <T extends { when: Condition[] }>(one: T): T => ({
    ...one,
    when: one.when.map((condition) => (condition.field === from ? { ...condition, field: to } : condition)),
  })
  return {
    form: draft.form.map((one) => follow(one.key === from ? { ...one, key: to } : one)),
    approval: draft.approval.map(follow),
    tasks: draft.tasks.map(follow),
  }
}

/** A task by a new key, which must be free: those that wait for it follow. */
export const renamedTask = (tasks: readonly PlannedTask[], from: string, to: string): PlannedTask[] =>
  tasks.map((task) => ({
    ...task,
    key: task.key === from ? to : task.key,
    after: task.after.map((one) => (one === from ? to : one)),
  }))

/** A question of another kind: what the new kind has no use for is left out. */
export function ofKind(
  { key, label, labelEn, required, help, helpEn, when, choices }: Question,
  kind: QuestionKind,
): Question {
  const wants = kind === 'choice' || kind === 'choices'
  const same = { key, label, labelEn, required, help, helpEn, when }
  return given({ ...same, kind, choices: wants ? (choices.length > 0 ? choices : newQuestion([], kind).choices) : [] })
}

/** As it is sent: without what is empty. */
export const tidied = ({ form, approval, tasks }: Drafted): Drafted => ({
  form: form.map((one) => given({ ...one, choices: one.choices.map(given) })),
  approval,
  tasks: tasks.map(given),
})

/** Leaves out texts that are empty and what is undefined. */
export const given = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined && one !== '')) as T

/** A fault at its place: `form.3.default`. */
export interface PlacedFault {
  readonly path: string
  readonly text: string
}

/** The faults of one member, by what of it they are about; those of the member as a whole under an empty name. */
export function faultsAt(faults: readonly PlacedFault[], part: Part, at: number): Readonly<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const { path, text } of faults) {
    const [list, index, name = ''] = path.split('.')
    if (list === part && Number(index) === at) found[name] = [...(found[name] ?? []), text]
  }
  return found
}

/** How many faults a part has, or one member of it. */
export const faultCount = (faults: readonly PlacedFault[], part: Part, at?: number): number =>
  faults.filter(({ path }) => path.startsWith(at === undefined ? `${part}.` : `${part}.${at}.`)).length

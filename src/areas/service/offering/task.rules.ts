/** What is to be done when something was ordered: pure zod and pure checks. */
import { z } from 'zod'
import { conditionFaults, conditionSchema } from '../../../record/condition.ts'
import { cyclesIn, layersOf, type Node } from '../../../record/graph.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import type { Words } from '../../../record/words.ts'
import { type Answers, type Form, fieldsOfForm, holdsOf } from './question.rules.ts'

const line = z.string().trim().min(1).max(120)
const prose = z.string().trim().min(1).max(4_000)

export const plannedTaskSchema = z.strictObject({
  /** Names the task within its offering, in every edition. */
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  title: line,
  titleEn: line.optional(),
  /** The service's own team, unless it says. */
  team: z.uuid().toLowerCase().optional(),
  instructions: prose.optional(),
  instructionsEn: prose.optional(),
  /** Keys of the tasks that must be done before. */
  after: z.array(z.string().max(40)).max(30).default([]),
  /** Done only if all of this holds of the answers. */
  when: z.array(conditionSchema).max(10).default([]),
})

/** In the order in which they are read; their order of work is in `after`. */
export const plannedTasksSchema = z.array(plannedTaskSchema).max(40)

export type PlannedTask = z.output<typeof plannedTaskSchema>
export type PlannedTaskInput = z.input<typeof plannedTaskSchema>

export const titleOf = ({ title, titleEn }: { title: string; titleEn?: string | null | undefined }): Words => [
  title,
  titleEn ?? title,
]

/** Everything that keeps the tasks from being worked, each with its path (`tasks.2.after.0`). */
export function checkTasks(tasks: readonly PlannedTask[], form: Form): Fault[] {
  const at = (key: string) => tasks.findIndex((task) => task.key === key)
  const rings = cyclesIn(nodesOf(tasks)).map((ring) => {
    const titles = [...ring, ring[0] as string].map((key) => titleOf(tasks[at(key)] as PlannedTask))
    return fault(
      `tasks.${at(ring[0] as string)}.after`,
      'cycle',
      `任务互相等待:${titles.map(([zh]) => `「${zh}」`).join(' → ')}。`,
      `Tasks wait for each other: ${titles.map(([, en]) => `“${en}”`).join(' → ')}.`,
    )
  })
  return [
    ...tasks.flatMap(({ key, after, when }, n) => [
      ...(at(key) < n
        ? [
            fault(
              `tasks.${n}.key`,
              'repeated-key',
              `标识与第 ${at(key) + 1} 项重复。`,
              `Task ${at(key) + 1} already has this key.`,
            ),
          ]
        : []),
      ...after.flatMap((one, i) =>
        at(one) < 0
          ? [fault(`tasks.${n}.after.${i}`, 'unknown-task', `没有任务「${one}」。`, `There is no task ${one}.`)]
          : [],
      ),
      ...conditionFaults(fieldsOfForm(form), when, `tasks.${n}.when`),
    ]),
    ...rings,
  ]
}

/**
 * The tasks that these answers ask for, each after those of them that must come before. Where one is left out, what waited
 * for it waits for what it waited for. The tasks must have no cycle.
 */
export function tasksFor(tasks: readonly PlannedTask[], form: Form, answers: Answers): PlannedTask[] {
  const byKey = new Map(tasks.map((task) => [task.key, task]))
  const wanted = new Set(tasks.filter(({ when }) => holdsOf(form, when, answers)).map(({ key }) => key))
  const after = new Map<string, string[]>()
  for (const key of layersOf(nodesOf(tasks)).flat()) {
    const through = (byKey.get(key)?.after ?? []).flatMap((one) => (wanted.has(one) ? [one] : (after.get(one) ?? [])))
    after.set(key, [...new Set(through)])
  }
  return tasks.filter(({ key }) => wanted.has(key)).map((task) => ({ ...task, after: after.get(task.key) ?? [] }))
}

const nodesOf = (tasks: readonly PlannedTask[]): Node[] => tasks.map(({ key, after }) => ({ key, needs: after }))

import { describe, expect, test } from 'vitest'
import { faultsIn } from '../../../testing/faults.ts'
import { formSchema } from './question.rules.ts'
import { checkTasks, type PlannedTaskInput, plannedTasksSchema, tasksFor } from './task.rules.ts'

const form = formSchema.parse([
  { key: 'laptop', label: '配笔记本', kind: 'flag' },
  { key: 'amount', label: '金额', kind: 'number' },
])
const onlyWith = (field: string, value: boolean) => [{ field, op: 'is' as const, value }]
const tasksOf = (...tasks: Omit<PlannedTaskInput, 'title'>[]) =>
  plannedTasksSchema.parse(tasks.map((task) => ({ title: `做${task.key}`, ...task })))
const faultsOf = (...tasks: Omit<PlannedTaskInput, 'title'>[]) => faultsIn(checkTasks(tasksOf(...tasks), form))

describe('tasks are checked before they count', () => {
  test('side by side and one after the other are both sound', () => {
    expect(
      faultsOf({ key: 'a' }, { key: 'b' }, { key: 'c', after: ['a', 'b'], when: onlyWith('laptop', true) }),
    ).toEqual([])
  })
  test('every fault is told at once, each at its place', () => {
    expect(
      faultsOf(
        { key: 'a', after: ['c', 'ghost'] },
        { key: 'a', when: onlyWith('colour', true) },
        { key: 'c', after: ['a'], when: [{ field: 'amount', op: 'at-least', value: 'much' }] },
      ),
    ).toEqual([
      'tasks.0.after.1 unknown-task',
      'tasks.1.key repeated-key',
      'tasks.1.when.0.field no-such-field',
      'tasks.2.when.0.value wrong-type',
      'tasks.0.after cycle',
    ])
  })
  test('a task that waits for itself is a ring of one', () => {
    expect(faultsOf({ key: 'a', after: ['a'] })).toEqual(['tasks.0.after cycle'])
  })
})

describe('what the answers ask for', () => {
  const tasks = tasksOf(
    { key: 'account' },
    { key: 'buy', after: ['account'], when: onlyWith('laptop', true) },
    { key: 'install', after: ['buy'], when: onlyWith('laptop', true) },
    { key: 'hand-over', after: ['install'] },
  )
  const order = (answers: Record<string, boolean>) =>
    tasksFor(tasks, form, answers).map(({ key, after }) => `${key}<${after}`)

  test('is all of it where every condition holds', () => {
    expect(order({ laptop: true })).toEqual(['account<', 'buy<account', 'install<buy', 'hand-over<install'])
  })
  test('keeps its order across what is left out', () => {
    expect(order({ laptop: false })).toEqual(['account<', 'hand-over<account'])
  })
})

import { expect, test } from 'vitest'
import { formSchema } from '../../offering/question.rules.ts'
import { plannedTasksSchema } from '../../offering/task.rules.ts'
import {
  type Drafted,
  faultCount,
  faultsAt,
  freeKey,
  moved,
  ofKind,
  renamedQuestion,
  tidied,
  withoutTask,
} from './edit.ts'

const form = formSchema.parse([
  { key: 'a', label: '甲', kind: 'choice', choices: [{ value: 'x', label: '叉' }] },
  { key: 'b', label: '乙', kind: 'text', when: [{ field: 'a', op: 'is', value: 'x' }] },
])
const tasks = plannedTasksSchema.parse([
  { key: 'one', title: '一' },
  { key: 'two', title: '二', after: ['one'], when: [{ field: 'a', op: 'is', value: 'x' }] },
  { key: 'three', title: '三', after: ['two'] },
])
const draft: Drafted = { form, approval: [], tasks }

test('a key is free', () => expect(freeKey(['q-2', 'q-3'], 'q')).toBe('q-4'))

test('moving stops at both ends', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 2, 3)).toEqual(['a', 'b', 'c'])
})

test('a new key of a question is followed by every condition that looks at it', () => {
  const renamed = renamedQuestion(draft, 'a', 'what')
  expect(renamed.form[0]?.key).toBe('what')
  expect([...renamed.form, ...renamed.tasks].flatMap(({ when }) => when.map(({ field }) => field))).toEqual([
    'what',
    'what',
  ])
})

test('removing a task keeps the order of what was around', () => {
  expect(withoutTask(tasks, 'two').map(({ key, after }) => `${key}<${after}`)).toEqual(['one<', 'three<one'])
})

test('another kind keeps the words and drops what it has no use for', () => {
  const [question] = form
  expect(question && ofKind({ ...question, default: 'x' }, 'number')).toEqual({
    ...{ key: 'a', label: '甲', kind: 'number', required: false, choices: [], when: [] },
  })
})

test('what is empty is not sent', () => {
  const [question] = tidied({ ...draft, form: [{ ...(form[1] as (typeof form)[1]), labelEn: '', help: '' }] }).form
  expect(question && ['labelEn' in question, 'help' in question]).toEqual([false, false])
})

test('faults stand at the member and the field they are about', () => {
  const faults = [
    { path: 'form.1.when.0.field', text: '一' },
    { path: 'form.1', text: '二' },
    { path: 'form.10.key', text: '三' },
    { path: 'tasks.1.after', text: '四' },
  ]
  expect(faultsAt(faults, 'form', 1)).toEqual({ when: ['一'], '': ['二'] })
  expect([faultCount(faults, 'form'), faultCount(faults, 'tasks', 1)]).toEqual([3, 1])
})

/** What a change's plan says in shapes of its own: answers about its risk, tests, versions. Pure zod. */
import { z } from 'zod'
import { shaped } from '../../../record/shape.ts'
import type { Words } from '../../../record/words.ts'

export const kinds = ['standard', 'normal', 'emergency'] as const
export const risks = ['low', 'medium', 'high'] as const

/** The questions that give the risk, each with its answers from the harmless to the worst. */
export const questions = {
  rehearsed: {
    words: ['在测试环境演练', 'Rehearsed in a test environment'],
    answers: { yes: ['完整演练过', 'Wholly'], partly: ['部分演练', 'In part'], no: ['没有', 'No'] },
  },
  undo: {
    words: ['回退难度', 'How it can be undone'],
    answers: {
      quick: ['几分钟内可回退', 'Within minutes'],
      slow: ['回退费时', 'Slowly'],
      never: ['不能完全回退', 'Not wholly'],
    },
  },
  done: {
    words: ['以往做过', 'Done before'],
    answers: { often: ['多次', 'Often'], once: ['一次', 'Once'], never: ['没有', 'Never'] },
  },
  outage: {
    words: ['服务中断', 'Interruption'],
    answers: { none: ['不中断', 'None'], short: ['30 分钟以内', 'Up to 30 minutes'], long: ['超过 30 分钟', 'Longer'] },
  },
} as const satisfies Record<string, { words: Words; answers: Record<string, Words> }>

const answer = <const T extends readonly [string, ...string[]]>(name: keyof typeof questions, among: T) =>
  shaped(z.enum(among), questions[name].words, { choices: questions[name].answers })

export const answersSchema = z.strictObject({
  rehearsed: answer('rehearsed', ['yes', 'partly', 'no']),
  undo: answer('undo', ['quick', 'slow', 'never']),
  done: answer('done', ['often', 'once', 'never']),
  outage: answer('outage', ['none', 'short', 'long']),
})

export type Answers = z.output<typeof answersSchema>

const line = () => z.string().trim().min(1).max(300)

/** What is tried once the work is done, and what must come of it. */
export const testsSchema = z
  .array(
    z.strictObject({
      what: shaped(line(), ['测试内容', 'What is tried']),
      expected: shaped(line(), ['预期结果', 'Expected result']),
    }),
  )
  .max(40)

export type Tests = z.output<typeof testsSchema>

/** What came of each test, by its place in the plan. */
export const resultsSchema = z.array(
  z.strictObject({
    /** Its place in the plan, from 0. */
    test: shaped(z.int().min(0).max(39), ['测试', 'Test']),
    passed: shaped(z.boolean(), ['通过', 'Passed']),
    note: shaped(z.string().max(1_000).nullable(), ['说明', 'Note']),
    by: shaped(z.uuid(), ['测试人', 'By'], { to: 'person' }),
    at: shaped(z.iso.datetime(), ['时间', 'At']),
  }),
)

export type Results = z.output<typeof resultsSchema>

/** Which version each component has once the change is verified. */
export const versionsSchema = z
  .array(
    z.strictObject({
      component: shaped(z.uuid(), ['组件', 'Component'], { to: 'component' }),
      to: shaped(z.string().trim().min(1).max(60), ['变更后版本', 'Version after']),
    }),
  )
  .max(200)

/** What each component had before, kept so that rolling back gives it again. */
export const formerSchema = z.array(
  z.strictObject({
    component: shaped(z.uuid(), ['组件', 'Component'], { to: 'component' }),
    from: shaped(z.string().max(60).nullable(), ['变更前', 'Before']),
    to: shaped(z.string().max(60), ['变更后', 'After']),
  }),
)

/** As the work began: what did not fit of its package, and the proven backup of each component that must have one. */
export const foundSchema = z.strictObject({
  misfits: shaped(z.array(z.string().max(300)).nullable(), ['升级包不符之处', 'What did not fit']),
  backups: shaped(
    z.array(
      z.strictObject({
        name: shaped(z.string(), ['组件', 'Component']),
        takenAt: shaped(z.iso.datetime().nullable(), ['备份时间', 'Backed up at']),
        proof: shaped(z.string().nullable(), ['恢复测试', 'Restore test']),
      }),
    ),
    ['验证过的备份', 'Proven backups'],
  ),
})

/** Tests of the plan that have not passed by their latest result: not tried, or failed. */
export function openTests(tests: Tests, results: Results): { test: number; what: string; failed: boolean }[] {
  return tests.flatMap(({ what }, test) => {
    const last = results.filter((one) => one.test === test).at(-1)
    return last?.passed ? [] : [{ test, what, failed: last !== undefined }]
  })
}

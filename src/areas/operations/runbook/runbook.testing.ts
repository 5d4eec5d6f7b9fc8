import fc from 'fast-check'
import { type Step, stepSchema } from './step.rules.ts'

/** A step with everything that must be said and nothing else. */
export const stepOf = (key: string, more: Partial<Step> = {}): Step => ({
  ...stepSchema.parse({
    key,
    title: [`步骤${key}`, `Step ${key}`],
    instructions: '照做',
    expected: '做好',
    mode: 'hand',
    makerPost: 'operator',
  }),
  ...more,
})

/** Steps in any shape without a cycle, some of them left out of the reverse. */
export const acyclicSteps: fc.Arbitrary<Step[]> = fc
  .array(
    fc.record({
      mode: fc.constantFrom('hand', 'command', 'probe'),
      action: fc.constantFrom('start', 'stop', 'backup'),
      expect: fc.constantFrom('up', 'down'),
      skip: fc.boolean(),
      needs: fc.array(fc.nat(), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((drawn) =>
    drawn.map(({ mode, action, expect, skip, needs }, at) =>
      stepOf(`s${at}`, {
        mode,
        expect,
        ...(mode === 'command' ? { action } : {}),
        needs: at === 0 ? [] : [...new Set(needs.map((n) => `s${n % at}`))],
        ...(skip ? { closing: { skip: true as const } } : {}),
      }),
    ),
  )

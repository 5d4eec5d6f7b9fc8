import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dry } from './dry.rules.ts'
import { acyclicSteps, stepOf } from './runbook.testing.ts'
import { stepsSchema } from './step.rules.ts'

test('a dry run keeps who does what after what, and nothing in it acts by itself', () => {
  fc.assert(
    fc.property(acyclicSteps, (steps) => {
      const walked = dry(steps)
      const order = (all: typeof steps) =>
        all.map(({ key, needs, makerPost, checkerPost }) => ({ key, needs, makerPost, checkerPost }))
      expect(order(walked)).toEqual(order(steps))
      for (const { mode, action, probe, proof, earliest, deadline } of walked)
        expect({ mode, action, probe, proof, earliest, deadline }).toEqual({ mode: 'hand' })
      expect(stepsSchema.parse(walked)).toEqual(walked)
    }),
  )
})

test('what would have happened stands before what is to be done', () => {
  const [command, probe, hand] = dry([
    stepOf('a', { mode: 'command', action: 'stop', components: ['feed', 'front'], proof: 'PRB-1', expect: 'down' }),
    stepOf('b', { mode: 'probe', probe: 'PRB-2', instructionsEn: 'Wait' }),
    stepOf('c'),
  ])
  expect(command?.instructions).toBe(
    '〔实际执行时:对 feed、front 执行 stop〕\n〔实际执行时:等待探测 PRB-1 显示「中断」〕\n照做',
  )
  expect(probe?.instructionsEn).toBe('〔For real: probe PRB-2 must say “up”〕\nWait')
  expect(hand?.instructions).toBe('照做')
})

test('instructions as long as they may be stay so', () => {
  const [step] = dry([stepOf('a', { mode: 'probe', probe: 'PRB-1', instructions: '长'.repeat(4_000) })])
  expect(step?.instructions).toHaveLength(4_000)
})

import type { StepInput } from '../../../areas/operations/runbook/step.rules.ts'

/**
 * The same steps as they were done before there were commands: each by hand, and without those that only a probe or a
 * later practice added. Whoever needed one of those needs what it needed.
 */
export function byHand(steps: readonly StepInput[], later: readonly string[]): StepInput[] {
  const through = new Map<string, string[]>()
  return steps.flatMap(({ action, proof: _proof, probe: _probe, mode, ...step }) => {
    const needs = [...new Set((step.needs ?? []).flatMap((key) => through.get(key) ?? []))]
    const dropped = mode === 'probe' || later.includes(step.key)
    through.set(step.key, dropped ? needs : [step.key])
    return dropped ? [] : [{ ...step, needs, mode: 'hand', ...(action ? manual : {}) }]
  })
}

const manual = {
  instructions: '登录主机,按操作手册手工执行,查看进程与日志。',
  instructionsEn: 'Sign in on the host, do it by the manual, look at the process and its log.',
} as const

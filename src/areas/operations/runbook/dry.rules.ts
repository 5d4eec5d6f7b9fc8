import type { Words } from '../../../record/words.ts'
import { outcomeWords } from '../run-step/run-step.rules.ts'
import type { Work } from './include.rules.ts'
import { probeOf, type Step } from './step.rules.ts'

/**
 * The steps of a dry run: the same people walk through them in the same order, and nothing is touched. Each is done by hand, at any
 * time, and no probe has a say; its instructions begin with what would have happened.
 */
export const dry = (steps: readonly Step[]): Work[] =>
  steps.map((step) => {
    const { earliest: _from, deadline: _to, action: _action, args: _args, probe: _probe, proof: _proof, ...kept } = step
    const would = wouldHappen(step)
    const said = (lang: 0 | 1, text: string) =>
      [...would.map((one) => `〔${one[lang]}〕`), text].join('\n').slice(0, longest)
    return {
      ...kept,
      mode: 'hand',
      instructions: said(0, step.instructions),
      ...(step.instructionsEn === undefined ? {} : { instructionsEn: said(1, step.instructionsEn) }),
    }
  })

/** As much as instructions may hold. */
const longest = 4_000

/** What the step does by itself when it is not a dry run. */
function wouldHappen(step: Step): Words[] {
  const would: Words[] = []
  if (step.mode === 'command')
    would.push([
      `实际执行时:对 ${step.components.join('、')} 执行 ${[step.action, ...(step.args ?? [])].join(' ')}`,
      `For real: ${[step.action, ...(step.args ?? [])].join(' ')} is run on ${step.components.join(', ')}`,
    ])
  const probe = probeOf(step)
  const [zh, en] = outcomeWords[step.expect]
  if (probe) would.push([`实际执行时:等待探测 ${probe} 显示「${zh}」`, `For real: probe ${probe} must say “${en}”`])
  return would
}

import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { personId } from '../../../../record/actor.ts'
import { type Fault, fault, invalid, Refusal } from '../../../../record/problem.ts'
import { isPattern } from '../../../operations/operations.api.ts'
import { letGo } from '../../config-check/server/alarm.ts'
import { askForCheck, type Checklist } from '../../config-check/server/ask.ts'
import { hands } from '../../parties.rules.ts'
import { configChecklist } from '../config-checklist.record.ts'

/** Asks for a check at once: of one component, or of all. */
const check = action(configChecklist, {
  allow: hands,
  input: z.strictObject({ component: z.uuid().optional() }),
  output: z.object({ checks: z.array(z.object({ id: z.uuid(), number: z.string() })) }),
  summary: 'Checks the configuration of one of its components, or of all, now.',
  async run(tx, row, { component }) {
    if (row.state !== 'in-force')
      throw new Refusal('wrong-state', ['配置表未生效。', 'This checklist is not in force.'])
    if (component && !row.components.includes(component))
      throw invalid([fault('component', 'not-of-it', '不在适用组件中。', 'It is not for this component.')])
    const asked = []
    for (const one of component ? [component] : row.components)
      asked.push(await askForCheck(tx, row, one, { why: 'hand' }))
    return { checks: asked.map(({ id, number }) => ({ id, number })) }
  },
})

export const configChecklistBehaviour = behave(configChecklist, {
  derive: async (tx, steps) => {
    const me = personId(tx.actor)
    return steps.map(({ after }) => (after.state === 'draft' && me ? { draftedBy: me } : {}))
  },
  guards: { create: sound, update: sound, approve: sound },
  effects: {
    /** It is checked as it is put into force. */
    async approve(tx, row) {
      for (const component of row.components) await askForCheck(tx, row, component, { why: 'install' })
      await forget(tx, row, row.components)
    },
    retire: (tx, row) => forget(tx, row, []),
  },
  actions: { check },
})

async function sound(_tx: Tx, { components, items }: Checklist): Promise<Fault[]> {
  const faults =
    components.length === 0 ? [fault('components', 'required', '至少选一个组件。', 'Name at least one component.')] : []
  items.forEach(({ from, expect }, n) => {
    const said: [string, string][] = []
    if (from.is === 'file-line') said.push([`items.${n}.from.pattern`, from.pattern])
    if (expect.is === 'pattern') said.push([`items.${n}.expect.pattern`, expect.pattern])
    for (const [path, pattern] of said)
      if (!isPattern(pattern))
        faults.push(fault(path, 'not-a-pattern', '不是正则表达式(RE2)。', 'This is no regular expression (RE2).'))
  })
  return faults
}

/** What was found of components that it is for no longer is nobody's to mend, nor to check again. */
async function forget(tx: Tx, { id }: Checklist, kept: readonly string[]): Promise<void> {
  const known = await tx.db
    .selectFrom('configCheck')
    .select(['id', 'checklist', 'component'])
    .where('checklist', '=', id)
    .where('newest', '=', true)
    .execute()
  for (const one of known) if (!kept.includes(one.component)) await letGo(tx, one)
}

import { z } from 'zod'
import { query } from '../../../platform/area.ts'
import type { Engine } from '../../../platform/engine.ts'
import { readItem } from '../../../platform/read/item.ts'
import type { PersonActor } from '../../../record/actor.ts'
import { explain, type Reason } from '../../../record/explain.ts'
import { leaves } from '../../../record/lifecycle.ts'
import { fault, invalid, Refusal } from '../../../record/problem.ts'
import { type AnyRecord, type AnyRow, transitionOf } from '../../../record/record.ts'
import type { Entry } from '../../../record/registry.ts'
import { everyone, holds, type Rule, role } from '../../../record/rule.ts'
import type { Words } from '../../../record/words.ts'

const wordsSchema = z.tuple([z.string(), z.string()])
/** As deep as its rule: the description of the API says one level. */
const reasonSchema = z.looseObject({
  text: wordsSchema,
  holds: z.boolean(),
  of: z.array(z.unknown()),
}) as unknown as z.ZodType<Reason>

/** Why somebody may, or may not, do something to a record: each thing asked on the way, in order, with its reasons. */
export const why = query({
  path: '/api/why',
  allow: everyone,
  summary:
    'Why a person may or may not do an act on a record; one’s own for anybody, another’s for those who answer for access',
  input: z.strictObject({
    person: z.uuid(),
    record: z.string().max(60),
    act: z.string().max(60),
    id: z.string().max(64).optional(),
  }),
  output: z.object({
    may: z.boolean(),
    person: z.object({ name: z.string(), roles: z.array(z.string()) }),
    asked: z.array(z.object({ what: wordsSchema, holds: z.boolean(), reason: reasonSchema.nullable() })),
  }),
  async run({ db, person: asker, engine, now }, { person, record: name, act, id }) {
    if (person !== asker.id && !holds(role('admin', 'auditor', 'manager'), asker, {})) throw notTheirs()
    const entry = engine.registry.all.find(({ record }) => record.name === name)
    const rule = entry && ruleOf(engine, entry.record, act)
    if (!entry || !rule)
      throw invalid([fault(entry ? 'act' : 'record', 'unknown-verb', '没有这个动作。', 'There is no such act.')])
    const target = await engine.directory.actor(db, person, 'why')
    if (!target) return { may: false, person: { name: '', roles: [] }, asked: [gone] }
    const row = id === undefined ? null : await readItem(db, entry.record, asker, id)
    const asked = askedOn(entry, act, rule, target, row, now)
    return { may: asked.every((one) => one.holds), person: { name: target.name, roles: [...target.roles] }, asked }
  },
})

interface Asked {
  what: [string, string]
  holds: boolean
  reason: Reason | null
}

function askedOn(
  { record, words }: Entry,
  act: string,
  rule: Rule,
  person: PersonActor,
  row: AnyRow | null,
  now: string,
) {
  const about = row ?? { createdBy: person.id }
  const reasoned = (what: [string, string], one: Rule): Asked => {
    const reason = explain(one, person, about, words)
    return { what, holds: reason.holds, reason }
  }
  const asked: Asked[] = []
  if (row && act !== 'read') asked.push(reasoned(['能看到这条记录', 'May read the record'], record.access.read))
  asked.push(reasoned(['规则允许', 'The rule allows it'], rule))
  const transition = transitionOf(record, act)
  if (transition && row) {
    const state = words.states[row.state] ?? [row.state, row.state]
    asked.push({
      what: [`状态「${state[0]}」可以`, `Possible from “${state[1]}”`],
      holds: leaves(transition, row.state),
      reason: null,
    })
    for (const { text } of transition.guard?.(row, { actor: person, now }) ?? [])
      asked.push({ what: [...text], holds: false, reason: null })
  }
  return asked
}

function ruleOf(engine: Engine, record: AnyRecord, act: string): Rule | undefined {
  if (act === 'read' || act === 'create' || act === 'update') return record.access[act]
  return transitionOf(record, act)?.allow ?? engine.behaviourOf(record).actions[act]?.allow
}

const goneWords: [string, string] = ['此人已离职或不存在', 'This person has left, or is not there']
const gone: Asked = { what: goneWords, holds: false, reason: null }

const notTheirs = (): Refusal => {
  const text: Words = ['只能查看自己的权限说明。', 'You may ask about yourself only.']
  return new Refusal('not-allowed', text)
}

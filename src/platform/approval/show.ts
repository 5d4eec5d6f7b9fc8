import { z } from 'zod'
import type { PersonActor } from '../../record/actor.ts'
import { approvalStepSchema, standingOf } from '../../record/approval.ts'
import { Refusal } from '../../record/problem.ts'
import { fieldsOfRecord } from '../../record/record.ts'
import { type Lang, say } from '../../record/words.ts'
import type { Engine } from '../engine.ts'
import { lookUp, type Refs } from '../read/refs.ts'
import { deputiesOf, matterOf, seatsOf } from './seats.ts'
import { type Approval, seatsIn, votesIn } from './state.ts'
import { voiceOf } from './voice.ts'

const stepName = z.tuple([z.string(), z.string()])
const stateSchema = z.enum(['pending', 'approved', 'refused', 'void', 'withdrawn', 'failed'])

/** One line of a list of approvals. `digest` names what is shown: it goes along with what one says to it. */
export const briefSchema = z.object({
  id: z.uuid(),
  record: z.string(),
  recordId: z.uuid(),
  number: z.string(),
  label: z.string(),
  verb: z.string(),
  state: stateSchema,
  /** Counted from 0. */
  step: z.int(),
  steps: z.array(z.object({ name: stepName, sign: z.boolean() })),
  requestedBy: z.uuid(),
  requestedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
  digest: z.string(),
})

const voteSchema = z.object({
  person: z.uuid(),
  forPerson: z.uuid(),
  vote: z.enum(['agree', 'refuse']),
  note: z.string().nullable(),
  at: z.iso.datetime(),
  via: z.string(),
})

const maySchema = z.union([z.literal(true), z.object({ code: z.string(), detail: z.string() })])

export const stepsSchema = z.array(
  z.object({
    name: stepName,
    need: approvalStepSchema.shape.need,
    count: z.int().nullable(),
    sign: z.boolean(),
    standing: z.enum(['waiting', 'open', 'agreed', 'refused', 'ended']),
    escalateAt: z.iso.datetime().nullable(),
    /** Who is asked; of a step that has not come yet, who would be now. */
    asked: z.array(z.object({ person: z.uuid(), escalated: z.boolean(), deputies: z.array(z.uuid()) })),
    votes: z.array(voteSchema),
  }),
)

/** One approval with its steps, and what this reader may do: `true`, or why not. */
export const courseSchema = briefSchema.omit({ steps: true }).extend({
  rule: z.object({ id: z.uuid(), name: z.string() }),
  endedBy: z.uuid().nullable(),
  steps: stepsSchema,
  may: z.object({ decide: maySchema, withdraw: z.boolean() }),
})

/** The same with what was shown and given along. */
export const wholeSchema = courseSchema.extend({
  given: z.record(z.string(), z.unknown()),
  shown: z.record(z.string(), z.unknown()),
})

export function briefOf(engine: Engine, approval: Approval, lang: Lang): z.input<typeof briefSchema> {
  const { record } = engine.registry.get(approval.record)
  const { id, recordId, verb, state, step, steps, requestedBy, requestedAt, endedAt, reason, shown, digest } = approval
  return {
    id,
    record: record.name,
    recordId,
    number: shown.number,
    label: String(shown[record.label] ?? ''),
    verb,
    state,
    step,
    steps: steps.map(({ name, sign }) => ({ name, sign })),
    requestedBy,
    requestedAt,
    endedAt,
    reason: reason && say(reason, lang),
    digest: digest.toString('hex'),
  }
}

/** An approval as its reader sees it: who was asked, who said what, who is next. */
export async function courseOf(
  engine: Engine,
  approval: Approval,
  me: PersonActor,
  lang: Lang,
): Promise<z.input<typeof courseSchema>> {
  const may = approval.state === 'pending' ? await mayDecide(engine, approval, me, lang) : ended(lang)
  return {
    ...briefOf(engine, approval, lang),
    rule: { id: approval.rule, name: approval.ruleName },
    endedBy: approval.endedBy,
    steps: await stepsOf(engine, approval),
    may: { decide: may, withdraw: approval.state === 'pending' && approval.requestedBy === me.id },
  }
}

const ended = (lang: Lang) => ({
  code: 'wrong-state',
  detail: say(['这项审批已经结束。', 'This approval has ended.'], lang),
})

async function mayDecide(engine: Engine, approval: Approval, { id }: PersonActor, lang: Lang) {
  try {
    await voiceOf(engine, engine.db, approval, id)
    return true as const
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, detail: say(error.text, lang) }
    throw error
  }
}

async function stepsOf(engine: Engine, approval: Approval): Promise<z.input<typeof stepsSchema>> {
  const { db } = engine
  const pending = approval.state === 'pending'
  const [seats, votes] = [await seatsIn(db, approval), await votesIn(db, approval)]
  const deputies = pending
    ? await deputiesOf(
        engine,
        db,
        seats.map(({ person }) => person),
        approval.record,
      )
    : []
  const standsIn = (person: string) => deputies.filter((one) => one.person === person).map(({ deputy }) => deputy)
  const steps: z.input<typeof stepsSchema> = []
  for (const [n, step] of approval.steps.entries()) {
    const here = <T extends { step: number }>(all: readonly T[]) => all.filter((one) => one.step === n)
    const reached = n <= approval.step
    const later = !reached && pending ? await seatsOf(engine, db, matterOf(engine, approval), step) : []
    const stands = reached ? standingOf(step, here(seats), here(votes)) : 'waiting'
    steps.push({
      name: step.name,
      need: step.need,
      count: step.count,
      sign: step.sign,
      standing: pending || stands !== 'open' ? (stands === 'waiting' && !pending ? 'ended' : stands) : 'ended',
      escalateAt: n === approval.step ? approval.escalateAt : null,
      asked: reached
        ? here(seats).map(({ person, escalated }) => ({ person, escalated, deputies: standsIn(person) }))
        : later.map((person) => ({ person, escalated: false, deputies: [] })),
      votes: here(votes).map(({ person, forPerson, vote, note, at, via }) => ({
        person,
        forPerson,
        vote,
        note,
        at,
        via,
      })),
    })
  }
  return steps
}

/**
 * The names behind these persons and of the records that are asked about, and with `whole` behind the links of what was shown,
 * as far as the reader may read them.
 */
export function namesOf(
  engine: Engine,
  me: PersonActor,
  people: readonly (string | null)[],
  about: readonly Pick<Approval, 'record' | 'recordId'>[],
  whole?: Pick<Approval, 'record' | 'shown' | 'given'>,
): Promise<Refs> {
  const wanted = new Map<string, Set<string>>()
  const want = (kind: string, ids: unknown) => {
    const known = wanted.get(kind) ?? new Set()
    for (const id of [ids].flat()) if (typeof id === 'string') known.add(id)
    wanted.set(kind, known)
  }
  want(engine.directory.record.name, people)
  for (const { record, recordId } of about) want(record, recordId)
  if (whole) {
    for (const [name, field] of fieldsOfRecord(engine.registry.get(whole.record).record))
      if (field.to) for (const row of [whole.shown, whole.given]) want(field.to, row[name])
  }
  return lookUp(engine, me, wanted)
}

/** Everybody named in an approval's course. */
export const peopleIn = ({
  requestedBy,
  endedBy,
  steps,
}: Pick<z.input<typeof courseSchema>, 'requestedBy' | 'endedBy' | 'steps'>): (string | null)[] => [
  requestedBy,
  endedBy,
  ...steps.flatMap(({ asked, votes }) => [
    ...asked.flatMap(({ person, deputies }) => [person, ...deputies]),
    ...votes.flatMap(({ person, forPerson }) => [person, forPerson]),
  ]),
]

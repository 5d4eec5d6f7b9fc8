import { z } from 'zod'
import { type Can, canDo } from '../../record/lifecycle.ts'
import { type Fault, Refusal } from '../../record/problem.ts'
import { type AnyRecord, type AnyRow, transitionOf } from '../../record/record.ts'
import { holds } from '../../record/rule.ts'
import { rowSchema } from '../../record/schema.ts'
import { concealed, hiddenIn, secretsOf } from '../../record/secret.ts'
import { type Lang, say, type Words } from '../../record/words.ts'
import { waitingText } from '../approval/ask.ts'
import { pendingOf } from '../approval/state.ts'
import type { SignedIn } from '../auth/session.ts'
import type { Engine } from '../engine.ts'
import { refsOf } from '../read/refs.ts'

export const refsSchema = z.record(z.string(), z.object({ record: z.string(), number: z.string(), label: z.string() }))

const canSchema = z.record(z.string(), z.union([z.literal(true), z.object({ code: z.string(), detail: z.string() })]))

/** `hidden` names the fields that this reader may not see; they come empty. */
export const presentedSchema = (record: AnyRecord) => {
  const secret = Object.fromEntries(
    secretsOf(record).map(([name]) => [name, rowSchema(record).shape[name]?.nullable() as z.ZodType]),
  )
  return rowSchema(record).extend({ ...secret, can: canSchema, hidden: z.array(z.string()).optional() })
}

export const itemSchema = (record: AnyRecord) => z.object({ item: presentedSchema(record), refs: refsSchema })

export const pageSchema = (record: AnyRecord) =>
  z.object({
    items: z.array(presentedSchema(record)),
    next: z.string().nullable(),
    count: z.object({ value: z.int(), atLeast: z.boolean() }),
    refs: refsSchema,
  })

export type PresentedRow = AnyRow & { can: Record<string, true | { code: string; detail: string }> }

/** A row with what this person may do now, in their language: from the declaration alone, so cheap enough for lists. */
export function present(engine: Engine, record: AnyRecord, row: AnyRow, me: SignedIn, lang: Lang): PresentedRow {
  const can: Can = canDo(record, row, { actor: me.person, now: engine.clock.now() })
  const said = Object.fromEntries(
    Object.entries(can).map(([verb, may]) => [
      verb,
      may === true ? true : { code: may.code, detail: say(may.text, lang) },
    ]),
  )
  for (const [name, action] of Object.entries(engine.behaviourOf(record).actions)) {
    if (holds(action.allow, me.person, row)) said[name] = true
  }
  const hidden = hiddenIn(record, me.person, row)
  return { ...concealed(record, me.person, row), can: said, ...(hidden.length > 0 && { hidden }) } as PresentedRow
}

/** One record as answered. Guards that have to look further than the row are asked too, so that `can` holds. */
export async function presentItem(engine: Engine, record: AnyRecord, row: AnyRow, me: SignedIn, lang: Lang) {
  const item = present(engine, record, row, me, lang)
  const guards = engine.behaviourOf(record).guards
  const asked = Object.keys(item.can).filter((verb) => item.can[verb] === true && guards[verb] && verb !== 'update')
  if (asked.length > 0) {
    await engine.inTx(me.person, async (tx) => {
      for (const verb of asked) {
        const transition = transitionOf(record, verb)
        // What the verb's form still has to fill in cannot be judged yet.
        if (!transition || (transition.requires ?? []).some((name) => row[name] === null)) continue
        const fault = await firstFault(() => guards[verb]?.(tx, { ...row, state: transition.to } as never))
        if (fault) item.can[verb] = { code: fault.code, detail: say(fault.text, lang) }
      }
    })
  }
  // Whoever could do it now has it asked for already.
  for (const { verb } of await pendingOf(engine.db, row.id))
    if (item.can[verb] === true) item.can[verb] = { code: 'waiting-approval', detail: say(waitingText, lang) }
  return { item, refs: await refsOf(engine, record, me.person, [row]) }
}

/** What a guard finds first; one that refuses outright, with a code of its own, says it too. */
async function firstFault(
  ask: () => Promise<readonly Fault[]> | undefined,
): Promise<{ code: string; text: Words } | undefined> {
  try {
    return (await ask())?.[0]
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

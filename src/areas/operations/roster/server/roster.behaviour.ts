import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault, invalid, Refusal } from '../../../../record/problem.ts'
import { instantAt, mustBeDay } from '../../../../record/time.ts'
import { duty } from '../../duty/duty.record.ts'
import { hindrances } from '../generate.rules.ts'
import { roster, rosterKeeper } from '../roster.record.ts'
import { placed } from '../slots.rules.ts'
import { fill, type RosterRow } from './fill.ts'
import { findingsOf, layOut } from './ground.ts'

/** As many days as one roster may have. */
const mostDays = 92

async function inOrder(_tx: Tx, { startsOn, endsOn }: RosterRow): Promise<Fault[]> {
  const days = mustBeDay(endsOn) - mustBeDay(startsOn) + 1
  if (days >= 1 && days <= mostDays) return []
  return [fault('endsOn', 'order', `一张值班表为 1 至 ${mostDays} 天。`, `A roster has 1 to ${mostDays} days.`)]
}

/** What was found when somebody last looked may no longer hold: leave has been approved, somebody has left. */
async function stillWhole(tx: Tx, row: RosterRow): Promise<Fault[]> {
  const { length } = findingsOf(await layOut(tx.db, { ...row, roster: row }))
  if (length === 0) return []
  return [
    fault(
      '',
      'holes',
      `重新检查后有 ${length} 处空岗或违规,请打开值班表查看。`,
      `Looked at again it has ${length} faults: open the roster to see them.`,
    ),
  ]
}

/** What is signed for is what was asked for: duties or leave may have changed since. */
async function asItWasAsked(tx: Tx, row: RosterRow): Promise<Fault[]> {
  if (row.findings === null) return []
  const { length } = findingsOf(await layOut(tx.db, { ...row, roster: row }))
  if (length === row.findings) return []
  return [
    fault(
      '',
      'changed-since',
      `申请后检查结果由 ${row.findings} 处变为 ${length} 处,请退回重新检查。`,
      `The proof found ${row.findings} faults when this was asked for and finds ${length} now: send it back.`,
    ),
  ]
}

/** Proves a roster anew and keeps how much was found. */
async function proveAnew(tx: Tx, row: RosterRow): Promise<number> {
  const findings = findingsOf(await layOut(tx.db, { ...row, roster: row })).length
  await tx.as('roster').update(roster, row.id, { findings, provedAt: tx.now })
  return findings
}

const plannedIn = (tx: Tx, id: string) =>
  tx.db.selectFrom('duty').select('id').where('roster', '=', id).where('state', '=', 'planned').execute()

async function putInForce(tx: Tx, { id }: RosterRow): Promise<void> {
  for (const one of await plannedIn(tx, id)) await tx.as('roster').act(duty, one.id, 'publish')
}

async function dropPlanned(tx: Tx, { id }: RosterRow): Promise<void> {
  for (const one of await plannedIn(tx, id)) await tx.act(duty, one.id, 'remove')
}

function mustBeDraft({ state }: { readonly state: string }): void {
  if (state !== 'draft')
    throw new Refusal('wrong-state', [
      '值班表不在编制中;已发布的请用换班。',
      'The roster is no draft; once published, duties are swapped.',
    ])
}

const assign = action(roster, {
  allow: rosterKeeper,
  summary:
    'Puts somebody on duty by hand: at a position, in the shift of a pattern on a date. Whoever stood there makes room.',
  input: z.strictObject({ person: z.uuid(), date: z.iso.date(), pattern: z.uuid(), position: z.uuid() }),
  output: z.object({ findings: z.int() }),
  async run(tx, row, { person, date, pattern, position }) {
    mustBeDraft(row)
    const laid = await layOut(tx.db, { ...row, roster: row })
    const shift = laid.patterns.find(({ id }) => id === pattern)
    const place = laid.positions.find(({ id }) => id === position)
    if (!shift || !place || date < row.startsOn || date > row.endsOn)
      throw invalid([fault('date', 'no-slot', '值班表中没有这个班次。', 'The roster has no such shift.')])
    const same = laid.watches.filter((one) => one.roster === row.id && one.date === date && one.pattern === pattern)
    const there = same.filter((one) => one.position === position)
    const own = same.find((one) => one.person === person)
    const full = there.length >= place.people && !there.some((one) => one.id === own?.id)
    const gives = full ? (there.find(({ fixed }) => !fixed) ?? there.at(-1)) : undefined
    if (own && gives) await tx.act(duty, gives.id, 'remove')
    const span = placed(shift, date, laid.wall)
    const values = { person, position, fixed: true }
    const kept = own ?? gives
    if (kept) await tx.update(duty, kept.id, values)
    else
      await tx.create(duty, {
        ...values,
        ...{ roster: row.id, pattern, startsAt: instantAt(span.from), endsAt: instantAt(span.to) },
      })
    return { findings: await proveAnew(tx, row) }
  },
})

const clear = action(roster, {
  allow: rosterKeeper,
  summary: 'Takes a planned duty out of the roster.',
  input: z.strictObject({ duty: z.uuid() }),
  output: z.object({ findings: z.int() }),
  async run(tx, row, input) {
    mustBeDraft(row)
    const found = await tx.lock(duty, input.duty)
    if (found.roster !== row.id)
      throw invalid([fault('duty', 'not-here', '不在这张值班表中。', 'It is not in this roster.')])
    await tx.act(duty, found.id, 'remove')
    return { findings: await proveAnew(tx, row) }
  },
})

const generateAct = action(roster, {
  allow: rosterKeeper,
  summary:
    'Fills the roster: what was set by hand stays, everything else is planned anew. Says what nobody could take, and why.',
  input: z.strictObject({}),
  output: z.object({
    filled: z.int(),
    kept: z.int(),
    findings: z.int(),
    unfilled: z.array(
      z.object({
        date: z.string(),
        pattern: z.string(),
        position: z.string(),
        why: z.partialRecord(z.enum(hindrances), z.int()),
      }),
    ),
  }),
  async run(tx, row) {
    mustBeDraft(row)
    const done = await fill(tx, row)
    return { ...done, findings: await proveAnew(tx, row) }
  },
})

const proveAct = action(roster, {
  allow: rosterKeeper,
  summary: 'Proves the roster anew, as leave and duties stand now.',
  input: z.strictObject({}),
  output: z.object({ findings: z.int() }),
  run: async (tx, row) => ({ findings: await proveAnew(tx, row) }),
})

export const rosterBehaviour = behave(roster, {
  guards: { create: inOrder, update: inOrder, publish: stillWhole, 'confirm-override': asItWasAsked },
  effects: { publish: putInForce, 'confirm-override': putInForce, withdraw: dropPlanned },
  actions: { assign, clear, generate: generateAct, prove: proveAct },
})

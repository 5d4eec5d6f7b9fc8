import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault, Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { role } from '../../../../record/rule.ts'
import { judgeAnew, letGo } from '../../control/server/store.ts'
import { declarationFaults } from '../fits.rules.ts'
import { ownControl } from '../own-control.record.ts'
import '../../server/tables.ts'

type Row = RowOf<typeof ownControl>

const sound = async (tx: Tx, row: Row): Promise<Fault[]> => declarationFaults(row, tx.registry)

const familyOf = (tx: Tx, code: string) =>
  tx.db
    .selectFrom('ownControl')
    .select(['id', 'number', 'state', 'edition', 'record'])
    .where('code', '=', code)
    .orderBy('edition', 'desc')
    .execute()

/** A code is given once: what was judged under it, in whatever edition, is its history. */
async function create(tx: Tx, row: Row): Promise<Fault[]> {
  const family = await familyOf(tx, row.code)
  const taken = family.find((one) => row.edition === 1 || isOpen(one))
  const faults = await sound(tx, row)
  return taken
    ? [
        ...faults,
        fault(
          'code',
          'duplicate',
          `编号已用于 ${taken.number};修改请新建版次。`,
          `The id is that of ${taken.number}; make a new edition of it to change it.`,
        ),
      ]
    : faults
}

const isOpen = ({ state }: { readonly state: string }) => state === 'draft' || state === 'in-review'

async function update(tx: Tx, row: Row): Promise<Fault[]> {
  if (row.state !== 'draft') return [fault('', 'not-a-draft', '只有草稿可以修改。', 'Only a draft can be changed.')]
  const first = row.edition > 1 ? (await familyOf(tx, row.code)).at(-1) : undefined
  const other =
    first && first.record !== row.record
      ? [fault('record', 'does-not-fit', '各版次检查同一类记录。', 'Every edition judges the same kind of record.')]
      : []
  return [...other, ...(await sound(tx, row))]
}

/** The edition before judges no longer; every subject is judged anew, and what was found before is history under its version. */
async function takeUp(tx: Tx, { id, code, edition }: Row): Promise<void> {
  for (const one of await familyOf(tx, code))
    if (one.id !== id && one.state === 'effective') await tx.act(ownControl, one.id, 'supersede')
  await judgeAnew(tx, { id: code, version: edition }, {}, null)
}

const newEdition = action(ownControl, {
  allow: role('engineer', 'manager', 'auditor', 'admin'),
  summary: 'Copies an edition that is effective, or was withdrawn, to a draft of the next one',
  input: z.strictObject({}),
  output: z.object({ id: z.uuid(), number: z.string(), edition: z.int() }),
  async run(tx, row) {
    const family = await familyOf(tx, row.code)
    const open = family.find(isOpen)
    if (open) throw new Refusal('wrong-state', alreadyOpen(open.number))
    const last = family[0]?.edition ?? row.edition
    if (row.state !== 'effective' && !(row.state === 'withdrawn' && row.edition === last))
      throw new Refusal('wrong-state', notTheBase)
    const { code, title, titleEn, area, reason, remedy, remedyEn, record, judges, scope, owner, minSubjects } = row
    const copy = { code, title, titleEn, area, reason, remedy, remedyEn, record, judges, scope, owner, minSubjects }
    const made = await tx.create(ownControl, { ...copy, edition: last + 1, basedOn: row.id })
    return { id: made.id, number: made.number, edition: made.edition }
  },
})

const alreadyOpen = (number: string) =>
  [`已有未生效的版次 ${number}。`, `Edition ${number} is already being prepared.`] as const
const notTheBase = [
  '只能以有效的版次,或最后撤销的版次为基础。',
  'Only the edition in effect, or the last one that was withdrawn, can be the base of a new one.',
] as const

export const ownControlBehaviour = behave(ownControl, {
  guards: { create, update, submit: sound, approve: sound },
  effects: {
    approve: (tx, row) => takeUp(tx.as('rulebook'), row),
    async withdraw(tx, row, before) {
      if (before?.state === 'effective') await letGo(tx, row.code)
    },
  },
  actions: { 'new-edition': newEdition },
})

import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import { defineRecord, type Moment } from '../../../record/record.ts'
import { hands, planner, staff } from '../parties.rules.ts'

/** A proof of a backup (备份验证): a copy that somebody took of components, and somebody else restored and looked into. */
export const backupProof = defineRecord('backup-proof', {
  number: 'BKP',
  plural: 'backup-proofs',
  label: 'title',
  fields: {
    title: f.text({ max: 160, search: true }),
    components: f.links('component', { filter: true }),
    takenAt: f.instant({ by: 'once', sort: true, filter: true }),
    place: f.text({ by: 'once', max: 300 }),
    bytes: f.number({ by: 'once', min: 1 }),
    /** SHA-256 of the copy, in hex. */
    sha256: f.text({ by: 'once', max: 64 }),
    /** Where it was restored, and what was counted there. */
    proof: f.prose({ by: 'system', optional: true, max: 4_000 }),
    provenBy: f.link('person', { by: 'system', optional: true }),
    provenAt: f.instant({ by: 'system', optional: true, sort: true }),
    voidReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['taken', 'proven', 'void'],
  transitions: {
    prove: {
      from: 'taken',
      to: 'proven',
      allow: hands,
      requires: ['proof'],
      guard: notWhoTook,
      set: (_row, { actor, now }) => ({ provenBy: personId(actor), provenAt: now }),
      sign: true,
    },
    void: { from: ['taken', 'proven'], to: 'void', allow: planner, requires: ['voidReason'] },
  },
  access: { read: staff, create: hands, update: planner },
})

function notWhoTook({ createdBy }: { readonly createdBy: string | null }, { actor }: Moment): Fault[] {
  const me = personId(actor)
  return me === null || me !== createdBy
    ? []
    : [
        fault(
          '',
          'same-person',
          '由备份人以外的人恢复验证。',
          'Somebody other than who took it restores and proves it.',
        ),
      ]
}

/** What cannot be true of a copy. */
export function proofFaults(
  row: { readonly components: readonly string[]; readonly takenAt: string; readonly sha256: string },
  now: string,
) {
  const faults: Fault[] = []
  if (row.components.length === 0)
    faults.push(fault('components', 'required', '请选择备份了哪些组件。', 'Say which components it is a copy of.'))
  if (row.takenAt > now)
    faults.push(fault('takenAt', 'future', '备份时间不能在将来。', 'It cannot have been taken in the future.'))
  if (!/^[0-9a-f]{64}$/i.test(row.sha256))
    faults.push(
      fault(
        'sha256',
        'not-a-digest',
        '须是 64 位十六进制的 SHA-256。',
        'This must be a SHA-256 of 64 hexadecimal digits.',
      ),
    )
  return faults
}

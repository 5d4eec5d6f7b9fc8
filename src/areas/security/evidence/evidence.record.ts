import { z } from 'zod'
import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { type AnyRow, defineRecord } from '../../../record/record.ts'
import { all, any, inState, role, self } from '../../../record/rule.ts'
import { shaped } from '../../../record/shape.ts'
import { responders } from '../parties.rules.ts'

/** A file as it was when the evidence was sealed. */
export const sealedFileSchema = z.strictObject({
  name: shaped(z.string(), ['文件', 'File']),
  size: shaped(z.int(), ['字节', 'Bytes']),
  /** In hexadecimal. */
  digest: shaped(z.string(), ['SHA-256', 'SHA-256']),
})

const hands = any(self('holder'), self('readers'), role('manager'))
const witnessed = otherThan(['见证人须是经办人以外的人。', 'Whoever ends it does not witness it.'], 'endedBy')
const byAnother = (row: object, moment: Parameters<typeof witnessed>[1]) => witnessed(row as AnyRow, moment)

/**
 * Evidence (证据) of a security incident: what it is, where it is from, who took it; sealed with the digest of each file, handed on by
 * signatures, and returned or destroyed before a witness.
 */
export const evidence = defineRecord('evidence', {
  number: 'EVD',
  plural: 'evidence',
  label: 'title',
  fields: {
    title: f.text({ max: 200, search: true }),
    securityIncident: f.link('security-incident', { by: 'once', filter: true }),
    description: f.prose({ optional: true, max: 4_000 }),
    source: f.text({ max: 200 }),
    takenBy: f.link('person', { filter: true }),
    takenAt: f.instant({ sort: true }),
    /** Where it is kept. */
    place: f.text({ max: 200 }),
    /** Who answers for it now: whoever took it, then whoever signed for it last. */
    holder: f.link('person', { by: 'system', optional: true, filter: true }),
    readers: f.links('person', { by: 'system', filter: true }),
    files: f.json(z.array(sealedFileSchema).max(200), { by: 'system', default: [] }),
    /** SHA-256 over the digests of its files, in the order of their names. */
    digest: f.text({ by: 'system', optional: true, max: 64 }),
    sealedAt: f.instant({ by: 'system', optional: true }),
    sealedBy: f.link('person', { by: 'system', optional: true }),
    /** To whom it was returned, or how it was destroyed. */
    ending: f.text({ by: 'system', optional: true, max: 400 }),
    endedBy: f.link('person', { by: 'system', optional: true }),
    witness: f.link('person', { by: 'system', optional: true, filter: true }),
    witnessedAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['open', 'sealed', 'returning', 'destroying', 'returned', 'destroyed'],
  transitions: {
    seal: {
      from: 'open',
      to: 'sealed',
      allow: hands,
      set: (_row, { actor, now }) => ({ sealedAt: now, sealedBy: personId(actor) }),
      sign: true,
    },
    'give-back': {
      from: 'sealed',
      to: 'returning',
      allow: any(self('holder'), role('manager')),
      requires: ['ending'],
      set: (_row, { actor }) => ({ endedBy: personId(actor) }),
    },
    destroy: {
      from: 'sealed',
      to: 'destroying',
      allow: any(self('holder'), role('manager')),
      requires: ['ending'],
      set: (_row, { actor }) => ({ endedBy: personId(actor) }),
    },
    /** It did not happen. */
    'keep-on': {
      from: ['returning', 'destroying'],
      to: 'sealed',
      allow: hands,
      set: () => ({ ending: null, endedBy: null }),
    },
    'witness-return': {
      from: 'returning',
      to: 'returned',
      allow: hands,
      guard: byAnother,
      set: (_row, { actor, now }) => ({ witness: personId(actor), witnessedAt: now }),
      sign: true,
    },
    'witness-destruction': {
      from: 'destroying',
      to: 'destroyed',
      allow: hands,
      guard: byAnother,
      set: (_row, { actor, now }) => ({ witness: personId(actor), witnessedAt: now }),
      sign: true,
    },
  },
  access: {
    read: hands,
    create: responders,
    update: all(inState('open'), hands),
    // What is sealed stays as it is.
    files: all(inState('open'), hands),
  },
})

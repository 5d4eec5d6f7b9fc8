import { z } from 'zod'
import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { type Fault, fault, wrong } from '../../../record/problem.ts'
import { defineRecord, type Moment } from '../../../record/record.ts'
import { all, inState } from '../../../record/rule.ts'
import { shaped } from '../../../record/shape.ts'
import { hands, planner, staff } from '../parties.rules.ts'

const digest = z
  .string()
  .trim()
  .toLowerCase()
  .refine(
    (text) => /^[0-9a-f]{64}$/.test(text),
    wrong('须是 64 位十六进制的 SHA-256。', 'This must be a SHA-256 of 64 hexadecimal digits.'),
  )

/** The files of a package with the digests that its vendor says. */
export const filesSchema = z
  .array(
    z.strictObject({
      name: shaped(z.string().trim().min(1).max(200), ['文件名', 'File']),
      sha256: shaped(digest, ['SHA-256', 'SHA-256']),
    }),
  )
  .max(50)

/** An upgrade package (升级包): what a vendor delivers, for which versions, checked by its digests and tried before it goes live. */
export const upgradePackage = defineRecord('upgrade-package', {
  number: 'PKG',
  plural: 'upgrade-packages',
  label: 'title',
  fields: {
    title: f.text({ max: 160, search: true }),
    supplier: f.link('supplier', { optional: true, filter: true }),
    bulletin: f.link('vendor-bulletin', { optional: true, filter: true }),
    /** As components name theirs. */
    product: f.text({ max: 120, search: true, filter: true }),
    /** Which installed versions it may be put onto: see `version.rules.ts`. */
    fits: f.text({ max: 200 }),
    /** What is installed afterwards. */
    toVersion: f.text({ max: 60, sort: true }),
    contents: f.prose({ max: 8_000 }),
    fixes: f.prose({ optional: true, max: 8_000 }),
    steps: f.prose({ optional: true, max: 8_000 }),
    files: f.json(filesSchema, { default: [] }),
    testedOn: f.links('component'),
    testResult: f.prose({ by: 'system', optional: true, max: 8_000 }),
    testedBy: f.link('person', { by: 'system', optional: true }),
    testedAt: f.instant({ by: 'system', optional: true }),
    /** Who has signed that they read and understood what it says, as it now stands. */
    readBy: f.links('person', { by: 'system' }),
    withdrawReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['registered', 'checked', 'tested', 'failed', 'withdrawn'],
  transitions: {
    /** Its files are here and are what the vendor sent. */
    check: { from: 'registered', to: 'checked', allow: planner },
    'pass-test': {
      from: ['checked', 'failed'],
      to: 'tested',
      allow: hands,
      requires: ['testResult'],
      guard: notWhoRegistered,
      set: (_row, { actor, now }) => ({ testedBy: personId(actor), testedAt: now }),
      sign: true,
    },
    /** What it says no longer changes once its files are checked. */
    acknowledge: {
      from: 'tested',
      to: 'tested',
      allow: hands,
      set: ({ readBy }, { actor }) => ({ readBy: withMe(readBy, personId(actor)) }),
      sign: true,
    },
    'fail-test': {
      from: ['checked', 'tested'],
      to: 'failed',
      allow: hands,
      requires: ['testResult'],
      set: (_row, { actor, now }) => ({ testedBy: personId(actor), testedAt: now }),
    },
    withdraw: {
      from: ['registered', 'checked', 'tested', 'failed'],
      to: 'withdrawn',
      allow: planner,
      requires: ['withdrawReason'],
    },
  },
  access: { read: staff, create: planner, update: all(inState('registered'), planner) },
})

const withMe = (all: readonly string[], me: string | null): string[] =>
  me === null ? [...all] : [...new Set([...all, me])]

function notWhoRegistered({ createdBy }: { readonly createdBy: string | null }, { actor }: Moment): Fault[] {
  const me = personId(actor)
  return me === null || me !== createdBy
    ? []
    : [
        fault(
          '',
          'same-person',
          '由登记人以外的人确认测试通过。',
          'Somebody other than who registered it says that it passed.',
        ),
      ]
}

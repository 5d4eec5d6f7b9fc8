import { z } from 'zod'
import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { defineRecord, type Moment } from '../../../record/record.ts'
import { any, everyone, nobody, post, role, self } from '../../../record/rule.ts'
import { stepSchema } from '../runbook/step.rules.ts'
import { evidenceSchema } from './evidence.rules.ts'
import {
  byAPerson,
  canBeCalledDone,
  canBeConfirmed,
  canBeRetried,
  canBeWaived,
  notAHand,
  secondTo,
} from './run-step.rules.ts'

const maker = post('makerPost')
const second = any(post('checkerPost'), role('manager'))
const me = ({ actor }: Moment): string | null => personId(actor)

/** Whoever takes the work in hand is its maker, and stays among its hands for good. */
const inHand = ({ hands }: { readonly hands: readonly string[] }, moment: Moment) => ({
  maker: me(moment),
  hands: [...new Set([...hands, me(moment)])].filter((one): one is string => one !== null),
})

/** One step of one run: what is to be done, and who did it, when, with what evidence. */
export const runStep = defineRecord('run-step', {
  number: 'STP',
  plural: 'run-steps',
  label: 'title',
  fields: {
    run: f.link('run', { by: 'system', filter: true }),
    position: f.number({ by: 'system', min: 1, sort: true }),
    key: f.text({ by: 'system', max: 40 }),
    title: f.text({ by: 'system', search: true }),
    titleEn: f.text({ by: 'system', optional: true }),
    /** The step as the runbook's edition said when the run began. */
    plan: f.json(stepSchema, { by: 'system' }),
    mode: f.choice(['hand', 'command', 'probe'], { by: 'system', filter: true }),
    makerPost: f.link('post', { by: 'system', filter: true }),
    checkerPost: f.link('post', { by: 'system', optional: true, filter: true }),
    components: f.links('component', { by: 'system', filter: true }),
    /** The probe that has a say: closes the step, or proves it. */
    probe: f.link('probe', { by: 'system', optional: true, filter: true }),
    needs: f.json(z.array(z.string()), { by: 'system', default: [] }),
    earliestAt: f.instant({ by: 'system', optional: true }),
    deadlineAt: f.instant({ by: 'system', optional: true, sort: true }),
    maker: f.link('person', { by: 'system', optional: true, filter: true }),
    /** Everybody who ever had the step in hand. */
    hands: f.links('person', { by: 'system' }),
    startedAt: f.instant({ by: 'system', optional: true }),
    doneAt: f.instant({ by: 'system', optional: true }),
    note: f.prose({ by: 'system', optional: true, max: 4_000 }),
    evidence: f.json(evidenceSchema, { by: 'system', default: [] }),
    checker: f.link('person', { by: 'system', optional: true, filter: true }),
    checkedAt: f.instant({ by: 'system', optional: true }),
    rejectedBy: f.link('person', { by: 'system', optional: true }),
    failure: f.prose({ by: 'system', optional: true, max: 4_000 }),
    unknownAt: f.instant({ by: 'system', optional: true }),
    /** Results of a command count within a round; a retry in the same round leaves what succeeded alone. */
    round: f.number({ by: 'system', default: 1, min: 1 }),
    waiveReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    waiveAskedBy: f.link('person', { by: 'system', optional: true }),
    waivedBy: f.link('person', { by: 'system', optional: true }),
    waivedAt: f.instant({ by: 'system', optional: true }),
    overrideReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    overrideAskedBy: f.link('person', { by: 'system', optional: true }),
    overriddenBy: f.link('person', { by: 'system', optional: true }),
    overriddenAt: f.instant({ by: 'system', optional: true }),
    /** Its deadline passed before it was satisfied. */
    lateAt: f.instant({ by: 'system', optional: true }),
    /** No server was there when it was due. */
    missedAt: f.instant({ by: 'system', optional: true }),
    tradingDay: f.tradingDay(),
  },
  states: [
    'waiting',
    'ready',
    'doing',
    'done',
    'checked',
    'failed',
    'timed-out',
    'unknown',
    'waive-asked',
    'waived',
    'override-asked',
  ],
  transitions: {
    /** By itself: all it waits for is satisfied and its earliest time has come. */
    release: { from: ['waiting', 'override-asked'], to: 'ready', allow: nobody },
    /** From waiting too, so that the refusal can name what it waits for. */
    start: {
      from: ['ready', 'waiting'],
      to: 'doing',
      allow: maker,
      guard: byAPerson,
      set: (row, moment) => ({ ...inHand(row, moment), startedAt: moment.now }),
    },
    'take-over': { from: 'doing', to: 'doing', allow: maker, guard: byAPerson, set: inHand },
    done: {
      from: 'doing',
      to: 'done',
      allow: self('maker'),
      accepts: ['note'],
      guard: canBeCalledDone,
      set: (_row, { now }) => ({ doneAt: now, failure: null }),
    },
    check: {
      from: 'done',
      to: 'checked',
      allow: post('checkerPost'),
      guard: notAHand,
      set: (_row, moment) => ({ checker: me(moment), checkedAt: moment.now }),
      sign: true,
    },
    reject: {
      from: 'done',
      to: 'failed',
      allow: post('checkerPost'),
      requires: ['failure'],
      guard: notAHand,
      set: (row, moment) => ({ rejectedBy: me(moment), round: row.round + 1 }),
    },
    fail: { from: 'doing', to: 'failed', allow: maker, requires: ['failure'] },
    /** By itself: the command came to its limit and was ended. */
    'time-out': { from: 'doing', to: 'timed-out', allow: nobody, requires: ['failure'] },
    /** By itself: the server ended while the command ran, so nobody knows how it went. */
    lose: {
      from: 'doing',
      to: 'unknown',
      allow: nobody,
      requires: ['failure'],
      set: (_row, { now }) => ({ unknownAt: now, note: null }),
    },
    confirm: {
      from: 'unknown',
      to: 'done',
      allow: maker,
      accepts: ['note'],
      guard: (row, moment) => [...byAPerson(row, moment), ...canBeConfirmed(row)],
      set: (row, moment) => ({ ...inHand(row, moment), doneAt: moment.now, unknownAt: null, failure: null }),
    },
    retry: {
      from: ['failed', 'timed-out', 'unknown', 'waive-asked'],
      to: 'doing',
      allow: maker,
      accepts: ['note'],
      guard: canBeRetried,
      set: (row, moment) => ({
        ...inHand(row, moment),
        startedAt: moment.now,
        unknownAt: null,
        failure: null,
        rejectedBy: null,
        waiveAskedBy: null,
        waiveReason: null,
      }),
    },
    waive: {
      from: ['failed', 'timed-out', 'unknown'],
      to: 'waive-asked',
      allow: any(maker, second),
      requires: ['waiveReason'],
      guard: canBeWaived,
      set: (_row, moment) => ({ waiveAskedBy: me(moment) }),
    },
    'confirm-waive': {
      from: 'waive-asked',
      to: 'waived',
      allow: second,
      guard: secondTo('waiveAskedBy', [
        '免除须由另一人签字,不能是申请人本人。',
        'A waiver is signed by somebody other than the one who asked for it.',
      ]),
      set: (_row, moment) => ({ waivedBy: me(moment), waivedAt: moment.now }),
      sign: true,
    },
    'refuse-waive': {
      from: 'waive-asked',
      to: 'failed',
      allow: second,
      set: () => ({ waiveAskedBy: null, waiveReason: null }),
    },
    override: {
      from: 'waiting',
      to: 'override-asked',
      allow: maker,
      requires: ['overrideReason'],
      guard: byAPerson,
      set: (_row, moment) => ({ overrideAskedBy: me(moment) }),
    },
    'confirm-override': {
      from: 'override-asked',
      to: 'ready',
      allow: second,
      guard: secondTo('overrideAskedBy', [
        '越序执行须由另一人签字,不能是申请人本人。',
        'An override is signed by somebody other than the one who asked for it.',
      ]),
      set: (_row, moment) => ({ overriddenBy: me(moment), overriddenAt: moment.now }),
      sign: true,
    },
    'refuse-override': {
      from: 'override-asked',
      to: 'waiting',
      allow: second,
      set: () => ({ overrideAskedBy: null, overrideReason: null }),
    },
  },
  access: { read: everyone, create: nobody, update: nobody },
})

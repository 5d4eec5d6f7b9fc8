import { z } from 'zod'
import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord, type Moment } from '../../../record/record.ts'
import { all, any, everyone, inState, nobody, role, self } from '../../../record/rule.ts'
import { keeper, moneyReaders, staff } from '../keepers.rules.ts'
import { sumYuan } from '../money.rules.ts'
import { linesSchema, quotesSchema, type Share, shareSchema, totalOf } from './purchase.rules.ts'

const requester = any(self('requester'), self('createdBy'))
/** What is to be paid is between whoever asks, whoever buys and whoever agrees. */
const secret = any(moneyReaders, requester, self('approvers'))

/** States in which money is promised and not all of it has become things. */
export const committedStates = ['approved', 'ordered', 'partly-received'] as const

const isCommitted = (state: string): boolean => (committedStates as readonly string[]).includes(state)

const accepting = {
  allow: any(requester, keeper),
  requires: ['acceptance'],
  guard: otherThan(['下单人不验收自己订的货。', 'Whoever ordered it does not accept it.'], 'orderedBy'),
  set: (_row: object, { actor, now }: Moment) => ({ acceptedAt: now, acceptedBy: personId(actor) }),
  sign: true,
} as const

/**
 * A purchase (采购): what is wanted and why, what suppliers quoted, agreed to by whom its amount asks for, ordered, received in
 * parts, invoiced and paid.
 */
export const purchase = defineRecord('purchase', {
  number: 'PUR',
  plural: 'purchases',
  label: 'title',
  fields: {
    title: f.text({ max: 120, search: true }),
    reason: f.prose({ max: 4_000, search: true }),
    /** Whoever enters it, unless it is for somebody else. */
    requester: f.link('person', { by: 'once', optional: true, filter: true }),
    /** Whose budget it is charged to; the requester's, unless it says. */
    department: f.link('department', { optional: true, filter: true }),
    /** Who heads the requester's department, and those above it. */
    approvers: f.links('person', { by: 'system', filter: true }),
    neededBy: f.date({ optional: true, filter: true, sort: true }),
    lines: f.json(linesSchema, { default: [], secret }),
    quotes: f.json(quotesSchema, { default: [], secret }),
    /** From whom it is bought. */
    supplier: f.link('supplier', { optional: true, filter: true }),
    /** Why this one, where it is not the cheapest or too few have quoted. */
    choiceReason: f.prose({ optional: true, max: 2_000, secret }),
    deliverTo: f.text({ max: 200, optional: true }),
    paymentTerms: f.text({ max: 200, optional: true, secret }),
    /** Yuan, with tax. */
    total: f.number({ by: 'system', default: 0, min: 0, integer: false, secret, filter: true, sort: true }),
    budget: f.link('budget', { by: 'system', optional: true, filter: true }),
    /** More than its budget has left. */
    overdraws: f.flag({ by: 'system', default: false, filter: true }),
    /** By place, what has come in of each line. */
    received: f.json(z.array(shareSchema).max(50), { by: 'system', default: [], secret }),
    /** Yuan that are promised and have not come in. */
    openAmount: f.number({ by: 'system', default: 0, integer: false, secret, sort: true }),
    approvedAt: f.instant({ by: 'system', optional: true }),
    /** Who agreed to it. */
    approvedBy: f.links('person', { by: 'system' }),
    orderedAt: f.instant({ by: 'system', optional: true, filter: true, sort: true }),
    orderedBy: f.link('person', { by: 'system', optional: true }),
    /** What was found when it was checked on arrival. */
    acceptance: f.prose({ by: 'system', optional: true, max: 2_000 }),
    acceptedAt: f.instant({ by: 'system', optional: true }),
    acceptedBy: f.link('person', { by: 'system', optional: true }),
    shortReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    rejectReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    cancelReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['requested', 'approved', 'ordered', 'partly-received', 'received', 'paid', 'rejected', 'cancelled'],
  transitions: {
    /** Waits for whom its amount asks. */
    submit: {
      from: 'requested',
      to: 'approved',
      allow: self('requester'),
      set: (_row, { now }) => ({ approvedAt: now }),
    },
    /** What was agreed to no longer holds: it is changed and asked for anew. */
    revise: {
      from: 'approved',
      to: 'requested',
      allow: any(requester, keeper),
      set: () => ({ approvedAt: null, approvedBy: [] as string[] }),
    },
    order: {
      from: 'approved',
      to: 'ordered',
      allow: keeper,
      requires: ['supplier'],
      accepts: ['deliverTo', 'paymentTerms'],
      set: (_row, { actor, now }) => ({ orderedAt: now, orderedBy: personId(actor) }),
    },
    /** By a receipt. */
    'receive-part': { from: ['ordered', 'partly-received', 'received'], to: 'partly-received', allow: nobody },
    'receive-all': { from: ['ordered', 'partly-received'], to: 'received', allow: nobody },
    /** The rest will not come. */
    settle: { from: 'partly-received', to: 'received', allow: keeper, requires: ['shortReason'] },
    /** What came in was checked against the order, by whoever wanted it or keeps it: before it is paid, or after. */
    accept: { from: 'received', to: 'received', ...accepting },
    'accept-paid': { from: 'paid', to: 'paid', ...accepting },
    /** By itself, once whatever came in is invoiced and all of it is paid. */
    pay: { from: 'received', to: 'paid', allow: nobody },
    /** By itself where the approval was refused. */
    reject: { from: ['requested', 'approved'], to: 'rejected', allow: role('manager'), requires: ['rejectReason'] },
    cancel: {
      from: ['requested', 'approved', 'ordered'],
      to: 'cancelled',
      allow: any(keeper, all(inState('requested', 'approved'), requester)),
      requires: ['cancelReason'],
    },
  },
  derive: ({ lines, received, state }) => {
    const total = totalOf(lines)
    const came = received.map(({ amount }: Share) => -amount)
    return { total, openAmount: isCommitted(state) ? sumYuan([total, ...came]) : 0 }
  },
  access: {
    read: any(staff, requester, self('approvers')),
    create: everyone,
    update: all(inState('requested'), any(requester, keeper)),
    notes: any(keeper, requester),
  },
})

import { type Actor, personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { fault } from '../../../record/problem.ts'
import { type AnyRow, defineRecord, type Moment } from '../../../record/record.ts'
import { all, any, begun, chosen, department, inState, lasting, nobody, role, self } from '../../../record/rule.ts'
import { desk } from '../desk.rules.ts'
import { nextReview } from './article.rules.ts'

const writers = role('engineer', 'manager')
const keepers = any(self('createdBy'), self('owner'), role('manager', 'auditor', 'admin'))

/** Whom it is written for. */
const audience = any(
  chosen('audience', 'everyone'),
  all(chosen('audience', 'departments'), department('departments')),
  all(chosen('audience', 'desk'), desk),
)
/** What is out, and in force today. */
export const inForce = all(inState('published', 'due-for-review'), begun('validFrom'), lasting('validTo'))
/** Whoever may write articles reads those of their audience before they are out, too. */
const readers = all(audience, any(role('engineer'), inForce))

const today = (actor: Actor, now: string): string => (actor.kind === 'person' ? actor.today : now.slice(0, 10))
const looked = (row: { readonly reviewEvery: number }, { actor, now }: Moment) => ({
  reviewOn: nextReview(today(actor, now), row.reviewEvery),
})
const anotherPublishes = otherThan(
  ['撰写人不能发布自己的文章。', 'Who wrote it does not publish it.'],
  'createdBy',
  'recalledBy',
)
const anotherAdopts = otherThan(['修订人不能采纳自己的修订。', 'Who revised it does not adopt it.'], 'revisedBy')
const noRevision = fault('', 'no-revision', '没有待采纳的修订。', 'There is no revision to adopt.')

/**
 * An article (知识文章): what helps, written once. A published text is revised in place: its readers go on reading what stands
 * until somebody else has adopted the revision, so that its address, its pictures and what people said of it last.
 */
export const article = defineRecord('article', {
  number: 'KNW',
  plural: 'articles',
  label: 'title',
  fields: {
    title: f.text({ max: 120, search: true, sort: true }),
    body: f.prose({ max: 50_000, search: true }),
    category: f.choice(['account', 'trading', 'market-data', 'funds', 'network', 'office', 'other'], {
      default: 'other',
      filter: true,
    }),
    audience: f.choice(['everyone', 'departments', 'desk'], { default: 'everyone', filter: true }),
    departments: f.links('department'),
    language: f.choice(['zh', 'en'], { default: 'zh', filter: true }),
    owner: f.link('person', { filter: true }),
    service: f.link('service', { optional: true, filter: true }),
    component: f.link('component', { optional: true, filter: true }),
    incidents: f.links('incident', { filter: true }),
    validFrom: f.date({ optional: true }),
    validTo: f.date({ optional: true, filter: true }),
    /** In days. */
    reviewEvery: f.number({ default: 365, min: 7, max: 1_825 }),
    reviewOn: f.date({ by: 'system', optional: true, filter: true, sort: true }),
    edition: f.number({ by: 'system', default: 1, min: 1 }),
    revision: f.prose({ by: 'system', optional: true, max: 50_000, secret: any(keepers, role('engineer')) }),
    revisedBy: f.link('person', { by: 'system', optional: true }),
    recalledBy: f.link('person', { by: 'system', optional: true }),
    returnReason: f.prose({ by: 'system', optional: true, max: 2_000, secret: any(keepers, role('engineer')) }),
    publishedBy: f.link('person', { by: 'system', optional: true }),
    publishedAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['draft', 'in-review', 'published', 'due-for-review', 'retired'],
  transitions: {
    submit: {
      from: 'draft',
      to: 'in-review',
      allow: any(self('createdBy'), self('owner'), writers),
      set: () => ({ returnReason: null }),
    },
    return: { from: 'in-review', to: 'draft', allow: writers, requires: ['returnReason'] },
    publish: {
      from: 'in-review',
      to: 'published',
      allow: writers,
      guard: (row, moment) => anotherPublishes(row as unknown as AnyRow, moment),
      set: (row, moment) => ({
        ...looked(row, moment),
        publishedBy: personId(moment.actor),
        publishedAt: moment.now,
        recalledBy: null,
      }),
    },
    adopt: {
      from: ['published', 'due-for-review'],
      to: 'published',
      allow: writers,
      guard: (row, moment) => (row.revision ? anotherAdopts(row as unknown as AnyRow, moment) : [noRevision]),
      set: (row, moment) => ({
        ...looked(row, moment),
        body: row.revision as string,
        edition: row.edition + 1,
        revision: null,
        revisedBy: null,
        publishedBy: personId(moment.actor),
        publishedAt: moment.now,
      }),
    },
    /** Looked at, and still right. */
    confirm: { from: 'due-for-review', to: 'published', allow: any(self('owner'), writers), set: looked },
    /** By itself, on the day it said. */
    'fall-due': { from: 'published', to: 'due-for-review', allow: nobody },
    recall: {
      from: ['published', 'due-for-review'],
      to: 'draft',
      allow: any(self('owner'), writers),
      set: (_row, { actor }) => ({ recalledBy: personId(actor), revision: null, revisedBy: null }),
    },
    retire: {
      from: ['draft', 'published', 'due-for-review'],
      to: 'retired',
      allow: any(self('owner'), role('manager')),
    },
  },
  access: {
    read: any(keepers, readers),
    create: desk,
    update: any(
      all(inState('draft'), any(self('createdBy'), self('recalledBy'))),
      all(inState('published', 'due-for-review'), any(self('owner'), writers)),
    ),
    notes: any(keepers, desk),
  },
})

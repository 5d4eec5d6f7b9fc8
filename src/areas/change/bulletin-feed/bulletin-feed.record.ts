import { f } from '../../../record/field.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import { defineRecord } from '../../../record/record.ts'
import { planner, staff } from '../parties.rules.ts'

/** A feed of bulletins (公告来源): RSS or Atom of a vendor, read every half hour. */
export const bulletinFeed = defineRecord('bulletin-feed', {
  number: 'BFD',
  plural: 'bulletin-feeds',
  label: 'name',
  fields: {
    name: f.text({ max: 120, search: true, sort: true }),
    supplier: f.link('supplier', { optional: true, filter: true }),
    url: f.text({ max: 500, unique: true }),
    /** What its bulletins are about, where they are about one product. */
    product: f.text({ optional: true, max: 120 }),
    readAt: f.instant({ by: 'system', optional: true }),
    /** Why it could not be read the last time; empty where it could. */
    fault: f.prose({ by: 'system', optional: true, max: 1_000 }),
  },
  states: ['active', 'paused'],
  transitions: {
    pause: { from: 'active', to: 'paused', allow: planner },
    resume: { from: 'paused', to: 'active', allow: planner },
  },
  access: { read: staff, create: planner, update: planner },
})

export const addressFaults = ({ url }: { readonly url: string }): Fault[] =>
  /^https?:\/\/[^\s/@]+(\/\S*)?$/.test(url)
    ? []
    : [fault('url', 'not-an-address', '须是 http 或 https 网址。', 'This must be an address by http or https.')]

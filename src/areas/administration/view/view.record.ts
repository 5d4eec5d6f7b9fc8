import { z } from 'zod'
import { f } from '../../../record/field.ts'
import { fault } from '../../../record/problem.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, everyone, inState, role, self, team } from '../../../record/rule.ts'
import { shaped } from '../../../record/shape.ts'

/** What a view shows of its list, as the list's own address says it: relative days and `@me` stay as they are. */
export const viewQuery = z.strictObject({
  filters: shaped(z.record(z.string().max(80), z.string().max(4_000)).default({}), ['筛选', 'Filters']),
  q: shaped(z.string().max(200).optional(), ['搜索', 'Search']),
  sort: shaped(z.string().max(80).optional(), ['排序', 'Sorted by']),
  columns: shaped(z.array(z.string().max(80)).max(100).optional(), ['列', 'Columns']),
})

export type ViewQuery = z.output<typeof viewQuery>

const owner = self('createdBy')
/** What everybody has above their list is somebody's to keep in order. */
const keeper = all(inState('everyone'), role('manager', 'admin'))

/** A saved view (保存的视图): filters, sorting and columns of a list under a name; its state says whose it is. */
export const view = defineRecord('view', {
  number: 'VIW',
  plural: 'views',
  label: 'name',
  fields: {
    name: f.text({ max: 60, search: true, sort: true }),
    /** The record whose list it is, by name. */
    record: f.text({ max: 60, by: 'once', names: 'record', filter: true }),
    query: f.json(viewQuery, { default: { filters: {} } }),
    /** Whose it is too, while shared with a team: its owner's at that moment. */
    team: f.link('team', { by: 'system', optional: true, filter: true }),
  },
  // Deleted before shared: what carries a view on is sharing it.
  states: ['mine', 'closed', 'team', 'everyone'],
  transitions: {
    'share-with-team': {
      from: ['mine', 'everyone'],
      to: 'team',
      allow: owner,
      guard: (_row, { actor }) =>
        actor.kind === 'person' && actor.team === null
          ? [fault('', 'no-team', '您不在任何团队中,没有可共享的对象。', 'You are in no team to share it with.')]
          : [],
      set: (_row, { actor }) => ({ team: actor.kind === 'person' ? actor.team : null }),
    },
    'share-with-all': {
      from: ['mine', 'team'],
      to: 'everyone',
      allow: all(owner, role('manager', 'admin')),
      set: () => ({ team: null }),
    },
    'keep-to-myself': {
      from: ['team', 'everyone'],
      to: 'mine',
      allow: any(owner, keeper),
      set: () => ({ team: null }),
    },
    close: { from: ['mine', 'team', 'everyone'], to: 'closed', allow: any(owner, keeper), set: () => ({ team: null }) },
    reopen: { from: 'closed', to: 'mine', allow: owner },
  },
  access: {
    read: any(inState('everyone'), owner, all(inState('team'), team('team'))),
    create: everyone,
    update: any(owner, keeper),
  },
})

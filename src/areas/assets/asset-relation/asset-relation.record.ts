import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { keeper, staff } from '../keepers.rules.ts'

/**
 * How one asset stands to another (资产关系), read from the first to the second: it runs on it, connects to it, is backed up by it,
 * is part of it. Where the second fails, the first is touched.
 */
export const assetRelation = defineRecord('asset-relation', {
  number: 'ARL',
  plural: 'asset-relations',
  label: 'note',
  fields: {
    from: f.link('asset', { by: 'once', filter: true }),
    kind: f.choice(['runs-on', 'connects-to', 'backed-up-by', 'part-of'], { by: 'once', filter: true }),
    to: f.link('asset', { by: 'once', filter: true }),
    note: f.text({ max: 200, optional: true }),
  },
  states: ['standing', 'ended'],
  transitions: {
    end: { from: 'standing', to: 'ended', allow: keeper },
    restore: { from: 'ended', to: 'standing', allow: keeper },
  },
  access: { read: staff, create: keeper, update: keeper },
})

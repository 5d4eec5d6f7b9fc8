import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, everyone, nobody, self } from '../../../record/rule.ts'
import { staff } from '../keepers.rules.ts'

/** One scan of a stocktake (实盘记录): a tag as it was read, by whom, where and when. Nothing of it is changed or removed. */
export const stocktakeCount = defineRecord('stocktake-count', {
  number: 'STC',
  plural: 'stocktake-counts',
  label: 'tag',
  fields: {
    stocktake: f.link('stocktake', { by: 'once', filter: true }),
    /** Made by the device, so that what is sent twice is there once. */
    key: f.text({ by: 'once', max: 40, unique: true }),
    tag: f.text({ by: 'once', max: 80, search: true }),
    place: f.link('location', { by: 'once', optional: true, filter: true }),
    /** In whose hand it was, where the counter looked. */
    holder: f.link('person', { by: 'once', optional: true, filter: true }),
    note: f.prose({ by: 'once', optional: true, max: 1_000 }),
    /** When it was really counted; received as it was created. */
    countedAt: f.instant({ by: 'once', sort: true }),
    device: f.text({ by: 'once', optional: true, max: 80 }),
    counter: f.link('person', { by: 'system', filter: true }),
    /** Empty: nobody knows the tag. */
    asset: f.link('asset', { by: 'system', optional: true, filter: true }),
    /** The count of the same asset or tag in this stocktake that came before. */
    follows: f.link('stocktake-count', { by: 'system', optional: true, filter: true }),
  },
  states: ['kept'],
  transitions: {},
  access: { read: any(staff, self('counter')), create: everyone, update: nobody },
  appendOnly: true,
})

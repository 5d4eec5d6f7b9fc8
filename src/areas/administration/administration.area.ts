import type { Area } from '../../record/registry.ts'

/** Settings that people make and change: each kind is a record, so it has its list, form, journal and access as all others. */
export const administration: Area = {
  code: 'administration',
  words: ['系统管理', 'Administration'],
  records: [],
}

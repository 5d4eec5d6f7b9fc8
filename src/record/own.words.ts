import type { Words } from './words.ts'

/** The words of what every record has beside its own fields. */
export const ownWords = {
  id: ['内部标识', 'Internal id'],
  number: ['编号', 'Number'],
  state: ['状态', 'State'],
  version: ['版本', 'Version'],
  createdAt: ['创建时间', 'Created'],
  createdBy: ['创建人', 'Created by'],
  updatedAt: ['更新时间', 'Updated'],
  updatedBy: ['更新人', 'Updated by'],
  custom: ['自定义项', 'Custom fields'],
} as const satisfies Record<string, Words>

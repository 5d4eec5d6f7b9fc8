import type { Words } from '../../record/words.ts'

/** Whom an undertaking or a course is meant for: everybody, or the people of departments that are IT. */
export const audiences = ['all', 'it'] as const
export type Audience = (typeof audiences)[number]

export const audienceWords = {
  all: ['全体员工', 'Everybody'],
  it: ['信息技术人员', 'IT staff'],
} as const satisfies Record<Audience, Words>

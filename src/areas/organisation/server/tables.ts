import type { RowOf } from '../../../record/record.ts'
import type { delegation } from '../delegation/delegation.record.ts'
import type { department } from '../department/department.record.ts'
import type { directoryGroup } from '../directory-group/directory-group.record.ts'
import type { person } from '../person/person.record.ts'
import type { post } from '../post/post.record.ts'
import type { role } from '../role/role.record.ts'
import type { skill } from '../skill/skill.record.ts'
import type { team } from '../team/team.record.ts'

declare module '../../../platform/tables.ts' {
  interface Tables {
    delegation: RowOf<typeof delegation> & Hidden
    department: RowOf<typeof department> & Hidden
    directoryGroup: RowOf<typeof directoryGroup> & Hidden
    directorySync: {
      id: string
      at: string
      by: string | null
      outcome: 'done' | 'stopped' | 'failed'
      seen: number
      created: number
      changed: number
      gone: number
      clashes: unknown
    }
    person: RowOf<typeof person> & Hidden
    post: RowOf<typeof post> & Hidden
    role: RowOf<typeof role> & Hidden
    skill: RowOf<typeof skill> & Hidden
    team: RowOf<typeof team> & Hidden
  }
}

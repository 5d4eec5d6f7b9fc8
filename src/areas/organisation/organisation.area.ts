import type { Area } from '../../record/registry.ts'
import { delegation } from './delegation/delegation.record.ts'
import { delegationWords } from './delegation/delegation.words.ts'
import { department } from './department/department.record.ts'
import { departmentWords } from './department/department.words.ts'
import { directoryGroup } from './directory-group/directory-group.record.ts'
import { directoryGroupWords } from './directory-group/directory-group.words.ts'
import { person } from './person/person.record.ts'
import { personWords } from './person/person.words.ts'
import { post } from './post/post.record.ts'
import { postWords } from './post/post.words.ts'
import { role } from './role/role.record.ts'
import { roleWords } from './role/role.words.ts'
import { skill } from './skill/skill.record.ts'
import { skillWords } from './skill/skill.words.ts'
import { team } from './team/team.record.ts'
import { teamWords } from './team/team.words.ts'

export const organisation: Area = {
  code: 'organisation',
  words: ['组织', 'Organisation'],
  records: [
    { record: person, words: personWords },
    { record: department, words: departmentWords },
    { record: team, words: teamWords },
    { record: post, words: postWords },
    { record: skill, words: skillWords },
    { record: role, words: roleWords },
    { record: delegation, words: delegationWords },
    { record: directoryGroup, words: directoryGroupWords },
  ],
}

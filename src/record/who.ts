import { z } from 'zod'
import { shaped } from './shape.ts'

const id = () => z.uuid().toLowerCase()

/** Somebody named by what they are, as settings say it: whoever holds the post on the day it matters. */
export const whoSchema = z.discriminatedUnion('is', [
  shaped(z.strictObject({ is: z.literal('person'), id: shaped(id(), ['人员', 'Person'], { to: 'person' }) }), [
    '某人',
    'A person',
  ]),
  shaped(
    z.strictObject({
      is: z.literal('role'),
      code: shaped(z.string().min(1).max(60), ['角色', 'Role'], { to: 'role', by: 'code' }),
    }),
    ['持有角色者', 'Holders of a role'],
  ),
  shaped(z.strictObject({ is: z.literal('post'), id: shaped(id(), ['岗位', 'Post'], { to: 'post' }) }), [
    '在岗者',
    'Holders of a post',
  ]),
  shaped(z.strictObject({ is: z.literal('team'), id: shaped(id(), ['团队', 'Team'], { to: 'team' }) }), [
    '团队成员',
    'Members of a team',
  ]),
  shaped(
    z.strictObject({ is: z.literal('department'), id: shaped(id(), ['部门', 'Department'], { to: 'department' }) }),
    ['部门成员', 'Members of a department'],
  ),
  shaped(
    z.strictObject({ is: z.literal('head'), department: shaped(id(), ['部门', 'Department'], { to: 'department' }) }),
    ['部门负责人', 'Head of a department'],
  ),
])

export type Who = z.output<typeof whoSchema>

import { asSystem, type PersonActor } from '../../record/actor.ts'
import type { TestApp } from '../../testing/app.ts'
import { department } from '../organisation/department/department.record.ts'
import { policy } from './policy/policy.record.ts'

/** A policy in effect: drawn up by an engineer who owns it, approved by a manager. */
export async function policyInEffect(app: TestApp, owner: PersonActor, more: object = {}): Promise<string> {
  const clauses = [
    {
      key: '1',
      heading: '部门有负责人',
      headingEn: 'Departments have heads',
      text: '每个部门有负责人。',
      controls: ['G-05'],
    },
    { key: '2', heading: '领导支持', text: '领导支持。', controls: [] },
  ]
  const id = await app.inTx(owner, async (tx) => {
    const made = await tx.create(policy, {
      ...{ code: 'gov', title: '总则', titleEn: 'Governance', area: 'governance', owner: owner.id, purpose: '职责' },
      ...{ scope: '全体', clauses, effectiveOn: '2026-11-24', ...more },
    } as never)
    return (await tx.act(policy, made.id, 'submit')).id
  })
  await app.inTx(await app.person('manager'), (tx) => tx.act(policy, id, 'approve'), true)
  return id
}

/** Departments with these names; those whose name begins with 无 have no head. */
export const departments = (
  app: TestApp,
  head: string,
  ...names: string[]
): Promise<{ id: string; number: string }[]> =>
  app.inTx(asSystem('test'), async (tx) => {
    const made = []
    for (const [n, name] of names.entries())
      made.push(await tx.create(department, { code: `${name}${n}`, name, ...(name.startsWith('无') ? {} : { head }) }))
    return made.map(({ id, number }) => ({ id, number }))
  })

import { customField } from '../../../areas/administration/custom-field/custom-field.record.ts'
import { assetCategory } from '../../../areas/assets/asset-category/asset-category.record.ts'
import { department } from '../../../areas/organisation/department/department.record.ts'
import { person } from '../../../areas/organisation/person/person.record.ts'
import type { Tx } from '../../../platform/tx.ts'
import { askedOfCategories, categories } from './categories.data.ts'
import { putAll } from './ground.ts'
import { moreDepartments, staff } from './staff.data.ts'

/** What the register takes for granted: categories with what is asked of each, and everybody who may hold something. */
export async function prepareRegister(tx: Tx): Promise<void> {
  const made = new Map<string, string>()
  for (const [code, values] of Object.entries(categories))
    made.set(code, (await tx.create(assetCategory, { code, ...values })).id)
  for (const [position, { of, choices = [], ...values }] of askedOfCategories.entries()) {
    const { id } = await tx.create(customField, {
      ...values,
      record: 'asset',
      position,
      when: [{ field: 'category', op: 'among', value: of.map((code) => made.get(code) as string) }],
      choices: choices.map(([value, ...words]) => ({ value, words })),
    })
    await tx.act(customField, id, 'activate')
  }
  for (const one of moreDepartments) await tx.create(department, one)
  const rows = await tx.db.selectFrom('department').select(['id', 'code']).execute()
  const departments = new Map(rows.map(({ id, code }) => [code, id]))
  await putAll(
    tx,
    person,
    staff.map(({ name, no, department: code }) => ({
      name,
      employeeNo: no,
      department: departments.get(code) ?? null,
    })),
  )
}

import '../../server/tables.ts'
import { sql } from 'kysely'
import { behave } from '../../../../platform/behaviour.ts'
import { fault } from '../../../../record/problem.ts'
import { supplierImporting } from '../supplier.importing.ts'
import { supplier } from '../supplier.record.ts'
import { creditCodeFaults, nameCore } from '../supplier.rules.ts'

/** As the index `supplier_core_unique` has it: `nameCore`, in the database's own words. */
const core = sql<string>`supplier_core(name)`

export const supplierBehaviour = behave(supplier, {
  importing: supplierImporting,
  /** Nobody is registered twice under a name that only looks another. */
  async check(tx, steps) {
    const named = steps.filter(({ before, after }) => before?.name !== after.name)
    const cores = named.map(({ after }) => nameCore(after.name))
    const known =
      named.length === 0
        ? []
        : await tx.db
            .selectFrom('supplier')
            .select(['id', 'name', 'number', core.as('core')])
            .where(core, 'in', cores)
            .execute()
    return steps.map(({ before, after }) => {
      const faults = before?.creditCode === after.creditCode ? [] : creditCodeFaults(after)
      const other = known.find(
        (one) => one.id !== after.id && one.name !== after.name && one.core === nameCore(after.name),
      )
      if (other && before?.name !== after.name)
        faults.push(
          fault(
            'name',
            'duplicate',
            `已登记为「${other.name}」(${other.number})。`,
            `It is registered already as ${other.name} (${other.number}).`,
          ),
        )
      return faults
    })
  },
})

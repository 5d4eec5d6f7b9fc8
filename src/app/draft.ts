import { draft } from '../platform/db/draft.ts'
import { openDatabase } from '../platform/db/pool.ts'
import { registry } from './records.ts'

/** Prints the SQL that a database still lacks for the declarations. */
export async function printDraft(url: string): Promise<void> {
  const { db, close } = openDatabase(url, { max: 1 })
  try {
    for (const statement of await draft(db, registry)) console.log(statement)
  } finally {
    await close()
  }
}

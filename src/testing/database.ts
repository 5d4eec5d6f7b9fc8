import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { withClient } from '../platform/db/postgres/postmaster.ts'
import type {} from './database.setup.ts'

export interface TestDatabase {
  /** As its owner. */
  readonly url: string
  /** Removes it, cutting whatever connections are left. */
  drop(): Promise<void>
}

/** A database of one's own with all migrations and no rows, copied from the run's template. For `*.db.test.ts` files. */
export async function freshDatabase(): Promise<TestDatabase> {
  const { server, template } = inject('testDatabase')
  const name = `touchstone_${randomUUID().replaceAll('-', '')}`
  await withClient(server, (client) => client.query(`create database ${name} template ${template} strategy wal_log`))
  const url = new URL(server)
  url.pathname = name
  return {
    url: url.href,
    async drop() {
      await withClient(server, (client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}

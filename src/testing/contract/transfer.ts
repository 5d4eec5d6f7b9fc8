import { expect, it } from 'vitest'
import { download } from '../../platform/sides/upload.testing.ts'
import { importer } from '../../platform/transfer/import.testing.ts'
import type { AnyRecord } from '../../record/record.ts'
import { narrow } from '../../record/rule.ts'
import { type RoleCode, roleCodes } from '../world.ts'
import type { Subject } from './subject.ts'

/** A list as a file and back again: nothing changes and nothing fails, whoever of those who may import takes it. */
export function transferContract(record: AnyRecord, given: () => Subject): void {
  const { create, update } = record.access
  it.skipIf(create.is === 'nobody' && update.is === 'nobody')(
    'is exported and imported unchanged in both formats and languages: nothing changes, nothing fails (R3)',
    async () => {
      const { world, base, row, mayRead, changesNothing } = given()
      const found = await row()
      const mayImport = (role: RoleCode) =>
        [create, update].some((rule) => narrow(rule, world.people[role]) !== false) && mayRead(role, found)
      const role = roleCodes.find(mayImport)
      if (!role) return
      const files = await importer(world.app, world.people[role], record.plural)
      await changesNothing(async () => {
        for (const format of ['xlsx', 'csv']) {
          for (const lang of ['zh', 'en']) {
            const where = `${format}, ${lang}`
            const { status, bytes } = await download(
              world.app,
              files.token,
              `${base}/export?format=${format}&lang=${lang}`,
            )
            expect(status, where).toBe(200)
            const { id, ...result } = await files.tried({ name: `list.${format}`, bytes })
            expect(await files.rows(id), where).toEqual([])
            expect(result, where).toMatchObject({ create: 0, change: 0, fault: 0 })
            expect(result.unchanged, where).toBe(result.rows)
            expect(result.rows, where).toBeGreaterThan(0)
          }
        }
      })
    },
  )
}

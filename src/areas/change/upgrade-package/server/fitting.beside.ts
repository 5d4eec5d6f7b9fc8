import '../../server/tables.ts'
import { z } from 'zod'
import { beside } from '../../../../platform/area.ts'
import type { RowOf } from '../../../../record/record.ts'
import { filesFound, misfitsOf } from '../fit.rules.ts'
import { upgradePackage } from '../upgrade-package.record.ts'

const onto = z.object({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  version: z.string().nullable(),
  fits: z.boolean(),
})

/** Of a package: which of its files are here and as the vendor sent them, and which components it may be put onto. */
export const packageFiles = beside({
  name: 'fitting',
  of: ({ name }) => name === upgradePackage.name,
  summary:
    'Which files of a package are attached with the digest that its vendor says, and onto which components it fits',
  output: z.object({
    files: z.array(z.object({ name: z.string(), is: z.enum(['here', 'missing', 'differs']) })),
    components: z.array(onto),
  }),
  async run({ db }, record, row) {
    const found = row as unknown as RowOf<typeof upgradePackage>
    const attached = await db
      .selectFrom('attachment')
      .select(['name', 'digest'])
      .where('record', '=', record.name)
      .where('recordId', '=', found.id)
      .where('removedAt', 'is', null)
      .execute()
    const components = await db
      .selectFrom('component')
      .select(['id', 'number', 'name', 'product', 'installedVersion', 'environment'])
      .where('product', '=', found.product)
      .where('state', '<>', 'retired')
      .orderBy('code')
      .execute()
    return {
      files: filesFound(found.files, attached),
      components: components.map(({ product, environment, installedVersion, ...one }) => ({
        ...one,
        version: installedVersion,
        fits:
          misfitsOf({ ...found, state: 'tested' }, [{ ...one, product, environment, installedVersion }]).length === 0,
      })),
    }
  },
})

import { z } from 'zod'
import { command } from '../../../../platform/area.ts'
import { asset } from '../../asset/asset.record.ts'
import { installation } from '../../installation/installation.record.ts'
import { keeper } from '../../keepers.rules.ts'
import { componentsOf, cyclonedxSchema } from '../cyclonedx.rules.ts'
import { fileSoftware } from './file.ts'

/** What a CycloneDX file says is on an asset: it replaces what the last one said, and leaves what agents found. */
export const importCycloneDx = command({
  path: '/api/installations/cyclonedx',
  about: installation.name,
  bodyLimit: 50 * 1024 * 1024,
  allow: keeper,
  summary: 'Takes a CycloneDX document (JSON, 1.4 to 1.6) for one asset: its components become what is installed',
  input: z.strictObject({ asset: z.uuid(), document: cyclonedxSchema }),
  output: z.object({ added: z.int(), gone: z.int(), unchanged: z.int() }),
  async run(tx, { asset: id, document }) {
    await tx.lock(asset, id)
    return fileSoftware(tx, id, componentsOf(document), tx.now, 'cyclonedx')
  },
})

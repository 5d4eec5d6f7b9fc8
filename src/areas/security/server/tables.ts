import type {} from '../../../platform/tables.ts'
import type { RowOf } from '../../../record/record.ts'
import type { accessGrant } from '../access-grant/access-grant.record.ts'
import type { accessRight } from '../access-right/access-right.record.ts'
import type { accessSystem } from '../access-system/access-system.record.ts'
import type { dutySeparation } from '../duty-separation/duty-separation.record.ts'

declare module '../../../platform/tables.ts' {
  interface Tables {
    accessGrant: RowOf<typeof accessGrant> & Hidden
    accessRight: RowOf<typeof accessRight> & Hidden
    accessSystem: RowOf<typeof accessSystem> & Hidden
    dutySeparation: RowOf<typeof dutySeparation> & Hidden
  }
}

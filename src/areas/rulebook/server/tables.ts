import type { RowOf } from '../../../record/record.ts'
import type { controlException } from '../control-exception/control-exception.record.ts'
import type { controlSetting } from '../control-setting/control-setting.record.ts'
import type { policy } from '../policy/policy.record.ts'

declare module '../../../platform/tables.ts' {
  interface Tables {
    policy: RowOf<typeof policy> & Hidden
    controlSetting: RowOf<typeof controlSetting> & Hidden
    controlException: RowOf<typeof controlException> & Hidden
  }
}

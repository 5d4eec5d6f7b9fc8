import type { Control } from './control.rules.ts'
import { accountControls } from './controls/accounts.controls.ts'
import { assetControls } from './controls/assets.controls.ts'
import { auditControls } from './controls/audit.controls.ts'
import { backupControls } from './controls/backup.controls.ts'
import { changeControls } from './controls/change.controls.ts'
import { continuityControls } from './controls/continuity.controls.ts'
import { dutyControls } from './controls/duty.controls.ts'
import { gateControls } from './controls/gates.controls.ts'
import { governanceControls } from './controls/governance.controls.ts'
import { improvementControls } from './controls/improvement.controls.ts'
import { inventoryControls } from './controls/inventory.controls.ts'
import { operationsControls } from './controls/operations.controls.ts'
import { protectionControls } from './controls/protection.controls.ts'
import { purchasingControls } from './controls/purchasing.controls.ts'
import { recoveryControls } from './controls/recovery.controls.ts'
import { riskControls } from './controls/risk.controls.ts'
import { securityControls } from './controls/security.controls.ts'
import { serviceControls } from './controls/service.controls.ts'
import { watchingControls } from './controls/watching.controls.ts'

/** Every control there is, by its id. */
export const controls: readonly Control[] = [
  ...governanceControls,
  ...accountControls,
  ...assetControls,
  ...serviceControls,
  ...changeControls,
  ...backupControls,
  ...operationsControls,
  ...continuityControls,
  ...inventoryControls,
  ...purchasingControls,
  ...gateControls,
  ...recoveryControls,
  ...watchingControls,
  ...dutyControls,
  ...improvementControls,
  ...auditControls,
  ...securityControls,
  ...riskControls,
  ...protectionControls,
].sort((a, b) => (a.id < b.id ? -1 : 1))

export const controlIds: ReadonlySet<string> = new Set(controls.map(({ id }) => id))

const byId = new Map(controls.map((one) => [one.id, one]))

export const controlOf = (id: string): Control | undefined => byId.get(id)

import { accountFixtures } from './fixtures/accounts.testing.ts'
import { assetFixtures } from './fixtures/assets.testing.ts'
import { auditFixtures } from './fixtures/audit.testing.ts'
import { backupFixtures } from './fixtures/backup.testing.ts'
import { changeFixtures } from './fixtures/change.testing.ts'
import { continuityFixtures } from './fixtures/continuity.testing.ts'
import { dutyFixtures } from './fixtures/duty.testing.ts'
import type { Fixtures } from './fixtures/fixture.testing.ts'
import { gateFixtures } from './fixtures/gates.testing.ts'
import { governanceFixtures } from './fixtures/governance.testing.ts'
import { improvementFixtures } from './fixtures/improvement.testing.ts'
import { inventoryFixtures } from './fixtures/inventory.testing.ts'
import { operationsFixtures } from './fixtures/operations.testing.ts'
import { protectionFixtures } from './fixtures/protection.testing.ts'
import { purchasingFixtures } from './fixtures/purchasing.testing.ts'
import { recoveryFixtures } from './fixtures/recovery.testing.ts'
import { riskFixtures } from './fixtures/risk.testing.ts'
import { securityFixtures } from './fixtures/security.testing.ts'
import { serviceFixtures } from './fixtures/service.testing.ts'
import { watchingFixtures } from './fixtures/watching.testing.ts'

/** What keeps each control and what breaks it. */
export const fixtures: Fixtures = {
  ...governanceFixtures,
  ...accountFixtures,
  ...assetFixtures,
  ...serviceFixtures,
  ...changeFixtures,
  ...backupFixtures,
  ...operationsFixtures,
  ...continuityFixtures,
  ...inventoryFixtures,
  ...purchasingFixtures,
  ...gateFixtures,
  ...recoveryFixtures,
  ...watchingFixtures,
  ...dutyFixtures,
  ...improvementFixtures,
  ...auditFixtures,
  ...securityFixtures,
  ...riskFixtures,
  ...protectionFixtures,
}

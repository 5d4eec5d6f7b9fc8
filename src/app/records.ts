import { administration } from '../areas/administration/administration.area.ts'
import { assets } from '../areas/assets/assets.area.ts'
import { change } from '../areas/change/change.area.ts'
import { continuity } from '../areas/continuity/continuity.area.ts'
import { messaging } from '../areas/messaging/messaging.area.ts'
import { operations } from '../areas/operations/operations.area.ts'
import { organisation } from '../areas/organisation/organisation.area.ts'
import { rulebook } from '../areas/rulebook/rulebook.area.ts'
import { security } from '../areas/security/security.area.ts'
import { service } from '../areas/service/service.area.ts'
import { buildRegistry } from '../record/registry.ts'

/** Every record of the product, by area, in the menu's order. The server, the browser and the tests all start here. */
export const registry = buildRegistry([
  operations,
  service,
  change,
  continuity,
  assets,
  security,
  rulebook,
  organisation,
  messaging,
  administration,
])

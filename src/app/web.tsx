import heads from 'virtual:heads'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { administrationWeb } from '../areas/administration/web/administration.web.tsx'
import { assetsWeb } from '../areas/assets/web/assets.web.tsx'
import { changeWeb } from '../areas/change/web/change.web.tsx'
import { continuityWeb } from '../areas/continuity/web/continuity.web.tsx'
import { messagingWeb } from '../areas/messaging/web/messaging.web.tsx'
import { operationsWeb } from '../areas/operations/web/operations.web.tsx'
import { organisationWeb } from '../areas/organisation/web/organisation.web.tsx'
import { rulebookWeb } from '../areas/rulebook/web/rulebook.web.tsx'
import { securityWeb } from '../areas/security/web/security.web.tsx'
import { serviceWeb } from '../areas/service/web/service.web.tsx'
import { App } from '../web/App.tsx'
import type { WebArea } from '../web/plugin.ts'
import { webRegistry } from '../web/registry.ts'

/** The browser's entry: the heads of all records, and what each area adds to the web. */
const areas: readonly WebArea[] = [
  operationsWeb,
  serviceWeb,
  changeWeb,
  continuityWeb,
  assetsWeb,
  securityWeb,
  rulebookWeb,
  organisationWeb,
  administrationWeb,
  messagingWeb,
]

const registry = webRegistry(heads, (code) => (areas.find((area) => area.code === code) as WebArea).declared())

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App parts={{ registry, areas }} />
  </StrictMode>,
)

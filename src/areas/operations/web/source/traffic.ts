import { useCall } from '../../../../web/client/hooks.ts'
import type { Traffic } from '../../event-source/traffic.rules.ts'

/** What came of a source; what changes nothing tells nobody, so its page has a button to look again. */
export const useTraffic = (id: string) => useCall<Traffic>(`/event-sources/${id}/traffic`, {}, ['event'])

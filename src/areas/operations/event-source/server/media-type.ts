import { readFile } from 'node:fs/promises'
import type { Text } from '../../../../platform/area.ts'
import { root } from '../../../../platform/root.ts'

/** The media type to import into Zabbix, with the address of this server filled in. */
export const zabbixMediaType: Text = {
  path: '/integrations/zabbix/media_touchstone.yaml',
  type: 'application/yaml',
  summary: 'The media type for Zabbix, to be imported there',
  async text(origin) {
    const text = await readFile(new URL('integrations/zabbix/media_touchstone.yaml', root), 'utf8')
    // It stands between quotes: nothing but what an address is made of.
    return text.replace('@SERVER@', origin.replace(/[^\w.:/[\]-]/g, ''))
  },
}

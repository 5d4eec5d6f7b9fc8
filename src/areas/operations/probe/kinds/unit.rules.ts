import type { ProbeSettings } from '../probe.settings.ts'

/** What the value that a probe reads is counted in; empty for a plain number. */
export type Unit = 'ms' | 's' | 'days' | '%' | 'lines' | 'Mbit/s' | '/s' | 'MB' | ''

/** The unit of what a probe reads; null for one that reads nothing beyond how long its check took. */
export function unitOf(settings: ProbeSettings): Unit | null {
  switch (settings.kind) {
    case 'disk':
      return '%'
    case 'file':
    case 'quotes':
    case 'heartbeat':
      return 's'
    case 'ping':
    case 'fix':
    case 'order':
    case 'transfer':
      return 'ms'
    case 'snmp':
      return settings.measure === 'errors' ? '/s' : 'Mbit/s'
    case 'database':
      return 'MB'
    case 'log-line':
      return 'lines'
    case 'tls':
      return 'days'
    case 'sql':
    case 'ssh':
    case 'prometheus':
    case 'nagios':
      return ''
    default:
      return null
  }
}

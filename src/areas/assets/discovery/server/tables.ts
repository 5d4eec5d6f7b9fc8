import '../../server/tables.ts'
import type { Report } from '../report.rules.ts'

declare module '../../../../platform/tables.ts' {
  interface Tables {
    /** What was reported, as it came; what became of it. */
    discoveryReport: {
      id: string
      digest: Buffer
      receivedAt: string
      person: string | null
      /** When the machine was looked at; never later than it was received. */
      at: string
      body: Report
      takenAt: string | null
      outcome: 'taken' | 'older' | 'failed' | null
      discovery: string | null
      note: string | null
    }
    /** When a device was asked by SNMP the last time. */
    snmpAsked: { target: string; at: string }
    /** How busy an asset was at an instant, percent. */
    assetLoad: { asset: string; at: string; cpu: number | null; memory: number | null; disk: number | null }
  }
}

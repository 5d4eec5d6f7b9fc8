import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { nobody } from '../../../record/rule.ts'
import { riskReaders } from '../risk-parties.rules.ts'

export const scanFormats = ['csv', 'cyclonedx', 'trivy'] as const
const count = { by: 'system', default: 0, min: 0 } as const

/**
 * A scan (漏洞扫描): a scanner's report as it was brought in, what it looked at and whether at all of that, and what came of it. The same
 * file is taken once.
 */
export const scan = defineRecord('scan', {
  number: 'SCN',
  plural: 'scans',
  label: 'title',
  fields: {
    title: f.text({ by: 'system', max: 160, search: true }),
    scanner: f.text({ by: 'system', max: 60, filter: true, sort: true }),
    format: f.choice(scanFormats, { by: 'system' }),
    /** Only what a complete one no longer sees is closed by it. */
    complete: f.flag({ by: 'system', filter: true }),
    components: f.links('component', { by: 'system', filter: true }),
    assets: f.links('asset', { by: 'system', filter: true }),
    scannedAt: f.instant({ by: 'system', filter: true, sort: true }),
    fileName: f.text({ by: 'system', optional: true, max: 200 }),
    broughtBy: f.link('person', { by: 'system', optional: true }),
    /** SHA-256 of the file. */
    digest: f.text({ by: 'system', max: 64, unique: true }),
    /** Lines of it that are vulnerabilities. */
    findings: f.number(count),
    opened: f.number(count),
    seen: f.number(count),
    cameBack: f.number(count),
    closed: f.number(count),
    exempted: f.number(count),
    /** Left out: the scanner says that they are for information. */
    aside: f.number(count),
    unmatched: f.number(count),
  },
  states: ['matching', 'settled'],
  transitions: {
    /** By itself, once each line of it has its place or was dismissed. */
    settle: { from: 'matching', to: 'settled', allow: nobody },
  },
  access: { read: riskReaders, create: nobody, update: nobody },
})

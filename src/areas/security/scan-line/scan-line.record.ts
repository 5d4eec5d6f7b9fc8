import { z } from 'zod'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { nobody } from '../../../record/rule.ts'
import { riskKeepers, riskReaders } from '../risk-parties.rules.ts'
import { severities } from '../vulnerability/severity.rules.ts'

/** A line of a scan that matched nothing (未匹配发现): somebody says of what it is, or why it is of nothing here. */
export const scanLine = defineRecord('scan-line', {
  number: 'SCL',
  plural: 'scan-lines',
  label: 'title',
  fields: {
    scan: f.link('scan', { by: 'system', filter: true }),
    /** Its place in the file, counted from 1. */
    line: f.number({ by: 'system', min: 1 }),
    ref: f.text({ by: 'system', max: 80, search: true, filter: true }),
    title: f.text({ by: 'system', max: 200, search: true }),
    severity: f.choice(severities, { by: 'system', filter: true }),
    /** What it said it was found on. */
    target: f.text({ by: 'system', optional: true, max: 200, search: true, filter: true }),
    product: f.text({ by: 'system', optional: true, max: 200, search: true }),
    installed: f.text({ by: 'system', optional: true, max: 120 }),
    /** All that it said. */
    finding: f.json(z.record(z.string(), z.unknown()), { by: 'system', default: {} }),
    component: f.link('component', { by: 'system', optional: true, filter: true }),
    asset: f.link('asset', { by: 'system', optional: true, filter: true }),
    because: f.prose({ by: 'system', optional: true, max: 1_000 }),
    vulnerability: f.link('vulnerability', { by: 'system', optional: true, filter: true }),
  },
  states: ['waiting', 'matched', 'dismissed'],
  transitions: {
    match: {
      from: 'waiting',
      to: 'matched',
      allow: riskKeepers,
      requires: ['because'],
      accepts: ['component', 'asset'],
    },
    dismiss: { from: 'waiting', to: 'dismissed', allow: riskKeepers, requires: ['because'] },
  },
  access: { read: riskReaders, create: nobody, update: nobody },
})

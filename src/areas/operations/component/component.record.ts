import { z } from 'zod'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, role } from '../../../record/rule.ts'

/**
 * What a component can be told to do. `program` is a name that the server's own list resolves, so that nobody can have
 * an arbitrary program run through the web; arguments go to it as they stand, without a shell.
 */
export const componentAction = z.strictObject({
  /** `fault` is for drills: kind, instant of its end and name of the loan follow its own words. */
  verb: z.enum(['start', 'stop', 'restart', 'status', 'backup', 'fault']),
  program: z.string().trim().min(1).max(100),
  args: z.array(z.string().max(500)).max(50),
  timeoutSeconds: z.int().min(1).max(86_400),
})

export const componentActions = z
  .array(componentAction)
  .max(20)
  .refine((actions) => new Set(actions.map(({ verb }) => verb)).size === actions.length, {
    error: 'Each verb may be declared once',
  })

export type ComponentAction = z.infer<typeof componentAction>

/** What runs on the machines is for those who work with them. */
const staff = role('operator', 'checker', 'engineer', 'manager', 'auditor', 'admin')

/** Something that runs, or carries what runs: host, process, database, gateway, line. The nodes of the dependency graph. */
export const component = defineRecord('component', {
  number: 'CMP',
  plural: 'components',
  label: 'name',
  fields: {
    code: f.text({ max: 60, unique: true, search: true, sort: true }),
    name: f.text({ max: 120, search: true, sort: true }),
    kind: f.choice(['host', 'network', 'line', 'service', 'process', 'database', 'gateway'], { filter: true }),
    environment: f.choice(['production', 'standby', 'practice', 'test'], { filter: true, default: 'production' }),
    criticality: f.choice(['trading', 'important', 'ordinary'], { filter: true, default: 'ordinary' }),
    /** What it stands on: when one of these is down, so, most likely, is this. */
    dependsOn: f.links('component'),
    product: f.text({ optional: true, max: 120, search: true }),
    installedVersion: f.text({ optional: true, max: 60 }),
    host: f.text({ optional: true, max: 253, search: true }),
    ownerTeam: f.link('team', { optional: true, filter: true }),
    vendorContact: f.text({ optional: true, max: 200 }),
    /** What to do when it fails; its alarms show the edition in effect. */
    runbook: f.link('runbook', { optional: true }),
    note: f.prose({ optional: true, max: 4_000 }),
    actions: f.json(componentActions, { default: [], secret: staff }),
    /**
     * The worst of its probes' verdicts; unknown where nothing fresh is known, and so never green by default. What is
     * down because it was told to stop is stopped.
     */
    health: f.choice(['unknown', 'up', 'slow', 'down', 'stopped'], { by: 'system', filter: true, default: 'unknown' }),
    healthSince: f.instant({ by: 'system', optional: true }),
    /** What the last order to it was: one that was told to stop is silent on purpose and raises no alarm. */
    wanted: f.choice(['running', 'stopped'], { by: 'system', filter: true, default: 'running' }),
    wantedSince: f.instant({ by: 'system', optional: true }),
  },
  states: ['planned', 'in-service', 'retired'],
  transitions: {
    commission: { from: 'planned', to: 'in-service', allow: role('engineer', 'manager') },
    retire: { from: ['planned', 'in-service'], to: 'retired', allow: role('engineer', 'manager') },
  },
  access: { read: everyone, create: role('engineer', 'manager'), update: role('engineer', 'manager') },
})

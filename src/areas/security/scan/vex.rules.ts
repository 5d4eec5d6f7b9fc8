/**
 * CycloneDX VEX: what the maker of a product says about vulnerabilities in it (JSON, 1.5 and 1.6; `vulnerabilities` of
 * https://cyclonedx.org/docs/1.6/json/, states and justifications under `analysis`). Pure.
 */
import { z } from 'zod'
import { fault } from '../../../record/problem.ts'
import { severityOf } from '../vulnerability/severity.rules.ts'
import { clip, type Finding, instantOf, type Report } from './finding.rules.ts'

const text = z.string().max(20_000)
const states = ['resolved', 'resolved_with_pedigree', 'exploitable', 'in_triage', 'false_positive', 'not_affected']
const justifications = [
  ...['code_not_present', 'code_not_reachable', 'requires_configuration', 'requires_dependency'],
  ...['requires_environment', 'protected_by_compiler', 'protected_at_runtime', 'protected_at_perimeter'],
  'protected_by_mitigating_control',
]

const componentSchema = z.object({
  'bom-ref': text.optional(),
  name: text,
  group: text.optional(),
  version: text.optional(),
})
type Component = z.output<typeof componentSchema>

/** Only these are read; what else it says is let through. */
export const vexSchema = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.enum(['1.5', '1.6']),
  metadata: z.object({ timestamp: text.optional(), component: componentSchema.optional() }).optional(),
  components: z.array(componentSchema).max(200_000).default([]),
  vulnerabilities: z
    .array(
      z.object({
        id: z.string().trim().min(1).max(80),
        description: text.optional(),
        detail: text.optional(),
        ratings: z
          .array(z.object({ score: z.number().min(0).max(10).optional(), severity: text.optional() }))
          .default([]),
        analysis: z
          .object({
            state: z.enum(states).optional(),
            justification: z.enum(justifications).optional(),
            detail: text.optional(),
          })
          .optional(),
        affects: z
          .array(z.object({ ref: text, versions: z.array(z.object({ version: text.optional() })).optional() }))
          .max(10_000)
          .default([]),
      }),
    )
    .max(200_000),
})

type Vex = z.output<typeof vexSchema>

const settled: ReadonlySet<string> = new Set(['resolved', 'resolved_with_pedigree'])
const harmless: ReadonlySet<string> = new Set(['false_positive', 'not_affected'])

/** `urn:cdx:serial/version#ref` names a component of another document by its own reference; else the reference stands alone. */
function bareRef(ref: string): string {
  const linked = /^urn:cdx:[^#]+#(.+)$/.exec(ref)?.[1]
  if (linked === undefined) return ref
  try {
    return decodeURIComponent(linked)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    return linked
  }
}

export function readVex({ metadata, components, vulnerabilities }: Vex): Report {
  const all = [...components, ...(metadata?.component ? [metadata.component] : [])]
  const byRef = new Map(all.flatMap((one): [string, Component][] => (one['bom-ref'] ? [[one['bom-ref'], one]] : [])))
  const findings: Finding[] = []
  const faults: Report['faults'][number][] = []
  let left = 0
  for (const [n, one] of vulnerabilities.entries()) {
    const at = `vulnerabilities.${n}`
    const state = one.analysis?.state ?? 'in_triage'
    if (settled.has(state)) {
      left++
      continue
    }
    const says = harmless.has(state) ? 'not-affected' : 'affected'
    const justification = one.analysis?.justification ?? (state === 'false_positive' ? 'false_positive' : null)
    if (says === 'not-affected' && justification === null)
      faults.push(
        fault(
          `${at}.analysis.justification`,
          'required',
          '判为不受影响须有依据。',
          'What is not affected must say why.',
        ),
      )
    const scores = one.ratings.flatMap(({ score }) => score ?? [])
    const score = scores.length > 0 ? Math.max(...scores) : null
    const word = one.ratings.find(({ severity }) => severity)?.severity
    const severity = severityOf(word, score)
    if (severity === null)
      faults.push(
        fault(`${at}.ratings`, 'no-such-severity', `不认识的严重程度「${word}」。`, `There is no severity ${word}.`),
      )
    if (one.affects.length === 0)
      faults.push(fault(`${at}.affects`, 'required', '须写明所涉组件。', 'It must say which component it is about.'))
    if (severity === 'none') left++
    if (severity === null || severity === 'none') continue
    for (const { ref, versions } of one.affects) {
      const of = byRef.get(ref) ?? byRef.get(bareRef(ref))
      findings.push({
        ...{ line: n + 1, ref: one.id, severity, score, target: null, fixedVersion: null },
        title: clip(one.description ?? one.detail, 200) ?? one.id,
        product: clip(of ? (of.group ? `${of.group}/${of.name}` : of.name) : bareRef(ref), 200),
        version: clip(of?.version ?? versions?.find(({ version }) => version)?.version, 120),
        ...{ says, justification, note: clip(one.analysis?.detail, 2_000) },
      })
    }
  }
  return { findings, left, faults, scannedAt: instantOf(metadata?.timestamp), scanner: null }
}

/**
 * Reports of Trivy, as `trivy … --format json` writes them (SchemaVersion 2; https://trivy.dev/latest/docs/configuration/reporting/#json;
 * types `Report`, `Result` and `DetectedVulnerability` of https://pkg.go.dev/github.com/aquasecurity/trivy/pkg/types). Pure.
 */
import { z } from 'zod'
import { fault } from '../../../record/problem.ts'
import { severityOf } from '../vulnerability/severity.rules.ts'
import { clip, type Finding, instantOf, type Report } from './finding.rules.ts'

const text = z.string().max(20_000)

/** Only these are read; what else it says is let through. */
export const trivySchema = z.object({
  SchemaVersion: z.literal(2),
  CreatedAt: text.optional(),
  ArtifactName: text.optional(),
  Results: z
    .array(
      z.object({
        Target: text.optional(),
        Vulnerabilities: z
          .array(
            z.object({
              VulnerabilityID: z.string().trim().min(1).max(80),
              PkgName: text.optional(),
              InstalledVersion: text.optional(),
              FixedVersion: text.optional(),
              Severity: text.optional(),
              Title: text.optional(),
              CVSS: z.record(z.string(), z.object({ V3Score: z.number().min(0).max(10).optional() })).optional(),
            }),
          )
          .max(200_000)
          .nullish(),
      }),
    )
    .max(50_000)
    .nullish(),
})

/** The highest score that any source gives. */
const scoreOf = (all: Record<string, { V3Score?: number | undefined }> | undefined): number | null => {
  const scores = Object.values(all ?? {}).flatMap(({ V3Score }) => V3Score ?? [])
  return scores.length > 0 ? Math.max(...scores) : null
}

export function readTrivy({ CreatedAt, ArtifactName, Results }: z.output<typeof trivySchema>): Report {
  const findings: Finding[] = []
  const faults: Report['faults'][number][] = []
  let left = 0
  let line = 0
  for (const [r, { Vulnerabilities }] of (Results ?? []).entries())
    for (const [v, one] of (Vulnerabilities ?? []).entries()) {
      line++
      const score = scoreOf(one.CVSS)
      const severity = severityOf(one.Severity, score)
      if (severity === null)
        faults.push(
          fault(
            `Results.${r}.Vulnerabilities.${v}.Severity`,
            'no-such-severity',
            `不认识的严重程度「${one.Severity}」。`,
            `There is no severity ${one.Severity}.`,
          ),
        )
      if (severity === 'none') left++
      if (severity === null || severity === 'none') continue
      findings.push({
        ...{ line, ref: one.VulnerabilityID, title: clip(one.Title, 200) ?? one.VulnerabilityID, severity, score },
        target: clip(ArtifactName, 200),
        product: clip(one.PkgName, 200),
        version: clip(one.InstalledVersion, 120),
        fixedVersion: clip(one.FixedVersion, 120),
        ...{ says: 'affected', justification: null, note: null },
      })
    }
  return { findings, left, faults, scannedAt: instantOf(CreatedAt), scanner: 'trivy' }
}

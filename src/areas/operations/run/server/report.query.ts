import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { refsSchema } from '../../../../platform/http/present.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import { run } from '../run.record.ts'
import { findRun, personsOf } from './board.ts'
import { compileReport, digestOfReport, type Report } from './report.ts'

/** The report of a run, with its digest worked out anew: `matches` says whether it is still what was signed. */
export const runReport = query({
  path: '/api/runs/:id/report',
  allow: run.access.read,
  summary: 'The report of a run, and whether it is still the one that was signed',
  input: z.object({ id: z.string() }),
  output: z.object({
    report: z.unknown(),
    /** SHA-256 in hex of the report as it is now. */
    digest: z.string(),
    /** As it was when the run was finished; null before. */
    signedDigest: z.string().nullable(),
    matches: z.boolean().nullable(),
    refs: refsSchema,
  }),
  async run({ db, person, engine }, { id }) {
    const found = await findRun(db, id)
    const report = await compileReport(db, found.id)
    const digest = digestOfReport(report)
    const signedDigest = found.reportDigest
    return {
      report,
      digest,
      signedDigest,
      matches: signedDigest === null ? null : signedDigest === digest,
      refs: await lookUp(engine, person, wantedBy(report)),
    }
  },
})

const wantedBy = ({ run: head, runbooks, steps, signatures }: Report) =>
  new Map([
    [
      'person',
      new Set([
        ...[head, ...steps].flatMap(personsOf),
        ...runbooks.flatMap(({ approvedBy }) => approvedBy ?? []),
        ...[...signatures, ...steps.flatMap((step) => step.signatures)].map((one) => one.person),
      ]),
    ],
    ['post', new Set(steps.flatMap((step) => [step.makerPost, step.checkerPost ?? []].flat()))],
    ['component', new Set(steps.flatMap((step) => step.components))],
  ])

import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { everyone } from '../../../../record/rule.ts'
import { clauseSchema } from '../../policy/clause.rules.ts'
import '../../server/tables.ts'

/** What somebody who opens it has to read and sign, with its text; and what they signed of late. */
export const myReadings = query({
  path: '/api/my-readings',
  allow: everyone,
  summary: 'What I am to read and sign, the soonest due first, each with its text; and what I signed last',
  input: z.strictObject({}),
  output: z.object({
    open: z.array(
      z.object({
        number: z.string(),
        dueOn: z.string(),
        policy: z.object({
          number: z.string(),
          title: z.string(),
          titleEn: z.string().nullable(),
          edition: z.int(),
          purpose: z.string(),
          purposeEn: z.string().nullable(),
          scope: z.string(),
          scopeEn: z.string().nullable(),
          clauses: z.array(clauseSchema),
        }),
      }),
    ),
    signed: z.array(
      z.object({ number: z.string(), title: z.string(), titleEn: z.string().nullable(), signedAt: z.string() }),
    ),
    attest: z.array(
      z.object({
        number: z.string(),
        title: z.string(),
        titleEn: z.string().nullable(),
        dueOn: z.string(),
        state: z.string(),
      }),
    ),
  }),
  async run({ db, person }) {
    const [open, signed, attest] = await Promise.all([
      db
        .selectFrom('reading')
        .innerJoin('readingCampaign', 'readingCampaign.id', 'reading.campaign')
        .innerJoin('policy', 'policy.id', 'readingCampaign.policy')
        .select(['reading.number as reading', 'reading.dueOn', 'policy.number', 'policy.title', 'policy.titleEn'])
        .select(['edition', 'purpose', 'purposeEn', 'scope', 'scopeEn', 'clauses'])
        .where('reader', '=', person.id)
        .where('reading.state', '=', 'asked')
        .orderBy('reading.dueOn')
        .orderBy('reading.id')
        .limit(50)
        .execute(),
      db
        .selectFrom('reading')
        .select(['number', 'title', 'titleEn', 'signedAt'])
        .where('reader', '=', person.id)
        .where('state', '=', 'signed')
        .orderBy('id', 'desc')
        .limit(20)
        .execute(),
      db
        .selectFrom('attestation')
        .select(['number', 'title', 'titleEn', 'dueOn', 'state'])
        .where('attester', '=', person.id)
        .where('state', 'in', ['due', 'stale'])
        .orderBy('dueOn')
        .orderBy('id')
        .limit(50)
        .execute(),
    ])
    return {
      open: open.map(({ reading: number, dueOn, ...policy }) => ({ number, dueOn, policy })),
      signed: signed.map((one) => ({ ...one, signedAt: one.signedAt as string })),
      attest,
    }
  },
})

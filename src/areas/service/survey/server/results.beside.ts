import { z } from 'zod'
import { beside } from '../../../../platform/area.ts'
import { refsSchema } from '../../../../platform/http/present.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import { distributionOf, type Question, questionSchema } from '../questions.rules.ts'

const spread = z.object({
  n: z.int(),
  counts: z.tuple([z.int(), z.int(), z.int(), z.int(), z.int()]).readonly(),
  mean: z.number().nullable(),
})
const parts = z.array(spread.extend({ id: z.uuid().nullable() }))

/** What came of a survey: counts and words, never whose they are. */
export const surveyResults = beside({
  name: 'results',
  of: ({ name }) => name === 'survey',
  summary: 'How its questions were answered; grades by service, team and who saw to it',
  output: z.object({
    invited: z.int(),
    answered: z.int(),
    questions: z.array(
      questionSchema.extend({ spread: spread.nullable(), yes: z.int(), no: z.int(), words: z.array(z.string()) }),
    ),
    by: z.object({ service: parts, team: parts, handler: parts }),
    refs: refsSchema,
  }),
  async run({ db, person, engine }, _record, { id, questions }) {
    const rows = await db
      .selectFrom('surveyAnswer')
      .select(['answers', 'grade', 'service', 'team', 'handler', 'state'])
      .where('survey', '=', id)
      .orderBy('id', 'desc')
      .limit(5_000)
      .execute()
    const answered = rows.filter(({ state }) => state === 'answered')
    const given = (i: number) => answered.map(({ answers }) => answers[i])
    const by = (name: 'service' | 'team' | 'handler') => {
      const ids = [...new Set(answered.map((row) => row[name]))]
      return ids.map((of) => ({ id: of, ...distributionOf(gradesOf(answered.filter((row) => row[name] === of))) }))
    }
    const wanted = (name: 'service' | 'team' | 'handler') =>
      new Set(answered.flatMap((row) => (row[name] ? [row[name]] : [])))
    return {
      invited: rows.length,
      answered: answered.length,
      questions: (questions as Question[]).map((one, i) => ({
        ...one,
        spread: one.kind === 'scale' ? distributionOf(given(i).filter((x) => typeof x === 'number')) : null,
        yes: given(i).filter((x) => x === true).length,
        no: given(i).filter((x) => x === false).length,
        words: one.kind === 'text' ? given(i).filter((x) => typeof x === 'string') : [],
      })),
      by: { service: by('service'), team: by('team'), handler: by('handler') },
      refs: await lookUp(
        engine,
        person,
        new Map([
          ['service', wanted('service')],
          ['team', wanted('team')],
          ['person', wanted('handler')],
        ]),
      ),
    }
  },
})

const gradesOf = (rows: readonly { grade: number | null }[]): number[] =>
  rows.flatMap(({ grade }) => (grade === null ? [] : [grade]))

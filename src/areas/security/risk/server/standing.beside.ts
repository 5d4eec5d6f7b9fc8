import '../../server/tables.ts'
import { z } from 'zod'
import { beside } from '../../../../platform/area.ts'
import type { RowOf } from '../../../../record/record.ts'
import { controlStandingStates, controlStandings } from '../../../rulebook/rulebook.api.ts'
import { endings } from '../../risk-acceptance/acceptance.rules.ts'
import { matricesBy, matrixInForce } from '../../risk-matrix/server/in-force.ts'
import { matrixShape, shownMatrix } from '../../risk-matrix/server/shown.ts'
import { wordsShape } from '../../server/shapes.ts'
import { risk } from '../risk.record.ts'

export const riskStanding = beside({
  name: 'standing',
  of: (record) => record.name === risk.name,
  summary:
    'The matrix by which a risk was rated, how the controls stand that hold it down, and what was accepted of it.',
  output: z.object({
    matrix: matrixShape.nullable(),
    /** Another matrix has come into force since. */
    outdated: z.boolean(),
    controls: z.array(
      z.object({
        id: z.string(),
        title: wordsShape,
        state: z.enum(controlStandingStates),
        since: z.string().nullable(),
      }),
    ),
    acceptances: z.array(
      z.object({
        number: z.string(),
        state: z.enum(['requested', 'granted', 'refused', 'withdrawn', 'voided', 'ended']),
        decider: z.string(),
        level: z.number().nullable(),
        endsAt: z.string(),
        grantedAt: z.string().nullable(),
        endedBecause: z.enum(endings).nullable(),
      }),
    ),
  }),
  async run(at, _record, row) {
    const { id, matrix, controls } = row as unknown as RowOf<typeof risk>
    const [inForce, rated, standings, acceptances] = await Promise.all([
      matrixInForce(at.db),
      matricesBy(at.db, matrix ? [matrix] : []),
      controlStandings(at, controls),
      at.db
        .selectFrom('riskAcceptance as a')
        .innerJoin('person as p', 'p.id', 'a.decider')
        .select(['a.number', 'a.state', 'p.name as decider', 'a.level', 'a.endsAt', 'a.grantedAt', 'a.endedBecause'])
        .where('a.risk', '=', id)
        .orderBy('a.id', 'desc')
        .limit(20)
        .execute(),
    ])
    const by = (matrix && rated.get(matrix)) || inForce
    return {
      matrix: by && shownMatrix(by),
      outdated: matrix !== null && inForce !== null && inForce.id !== matrix,
      controls: standings,
      acceptances,
    }
  },
})

/** What of a risk is rated and accepted. Pure. */
import { type Fault, fault } from '../../../record/problem.ts'
import { levelAt, type Matrix } from '../risk-matrix/matrix.rules.ts'

export const categories = ['technology', 'operations', 'security', 'supplier', 'people', 'compliance'] as const
export const treatments = ['avoid', 'reduce', 'transfer', 'accept'] as const
/** As it would be without any control, as it is today, and as it is to be once it is treated. */
export const ratings = ['inherent', 'current', 'residual'] as const
export type Rating = (typeof ratings)[number]

export interface Rated {
  readonly inherentLikelihood: number | null
  readonly inherentImpact: number | null
  readonly currentLikelihood: number | null
  readonly currentImpact: number | null
  readonly residualLikelihood: number | null
  readonly residualImpact: number | null
}

export const cellOf = (row: Rated, rating: Rating) => ({
  likelihood: row[`${rating}Likelihood`],
  impact: row[`${rating}Impact`],
})

/** The level of each rating on a matrix; null where it is not rated. */
export const levelsOf = (matrix: Pick<Matrix, 'grid'> | null, row: Rated) => {
  const at = (rating: Rating) => {
    const { likelihood, impact } = cellOf(row, rating)
    return matrix && levelAt(matrix, likelihood, impact)
  }
  return { inherentLevel: at('inherent'), currentLevel: at('current'), residualLevel: at('residual') }
}

const called = {
  inherent: ['固有风险', 'Inherent risk'],
  current: ['当前风险', 'Current risk'],
  residual: ['剩余风险', 'Residual risk'],
} as const

/** Each rating is a cell of the matrix; and what is done about a risk never makes it worse: inherent ≥ current ≥ residual. */
export function ratingFaults(matrix: Matrix, row: Rated): Fault[] {
  const faults: Fault[] = []
  for (const rating of ratings) {
    const { likelihood, impact } = cellOf(row, rating)
    for (const [name, value, most] of [
      ['Likelihood', likelihood, matrix.likelihoods.length],
      ['Impact', impact, matrix.impacts.length],
    ] as const)
      if (value !== null && value > most)
        faults.push(
          fault(
            `${rating}${name}`,
            'no-such-step',
            `现行矩阵最高为 ${most}。`,
            `The matrix in force goes up to ${most}.`,
          ),
        )
  }
  if (faults.length > 0) return faults
  const { inherentLevel, currentLevel, residualLevel } = levelsOf(matrix, row)
  const worse = (above: number | null, below: number | null, one: Rating, other: Rating) =>
    above !== null && below !== null && below > above
      ? [
          fault(
            `${one}Likelihood`,
            'worse-than-before',
            `${called[one][0]}的等级不能高于${called[other][0]}。`,
            `${called[one][1]} cannot be of a higher level than ${called[other][1].toLowerCase()}.`,
          ),
        ]
      : []
  return [
    ...worse(inherentLevel, currentLevel, 'current', 'inherent'),
    ...worse(currentLevel, residualLevel, 'residual', 'current'),
  ]
}

/** What an acceptance is about, as a reader would name it: whatever of this changes, something else was accepted. */
export const acceptedFields = [
  ...['title', 'description', 'causes', 'category', 'owner', 'components', 'assets', 'services', 'suppliers'],
  ...['matrix', 'inherentLikelihood', 'inherentImpact', 'currentLikelihood', 'currentImpact'],
  ...['residualLikelihood', 'residualImpact', 'currentLevel', 'treatment', 'plan', 'controls'],
] as const

/** The content of a risk that is accepted; links in one order. */
export const contentOf = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    acceptedFields.map((name) => {
      const value = row[name]
      return [name, Array.isArray(value) ? [...value].sort() : (value ?? null)]
    }),
  )

/** A treatment says what is done and by when; one that is accepted is accepted by somebody else, and not treated. */
export const treatmentFaults = ({ treatment }: { readonly treatment: string | null }): Fault[] =>
  treatment === 'accept'
    ? [
        fault(
          'treatment',
          'ask-for-acceptance',
          '接受风险须提出接受申请,由有权的人批准。',
          'To accept it, ask somebody who may for an acceptance.',
        ),
      ]
    : []

import { z } from 'zod'
import { wordsShape } from '../../server/shapes.ts'
import { cellsOf, tonesOfLevels } from '../matrix.rules.ts'
import type { MatrixRow } from './in-force.ts'

const stepShape = z.object({ name: wordsShape, means: wordsShape })

/** A matrix as screens draw it. */
export const matrixShape = z.object({
  id: z.uuid(),
  number: z.string(),
  edition: z.number().nullable(),
  likelihoods: z.array(stepShape),
  impacts: z.array(stepShape),
  levels: z.array(stepShape.extend({ tone: z.enum(tonesOfLevels) })),
  /** Levels from 1, by likelihood, then by impact. */
  cells: z.array(z.array(z.number())),
})

interface Step {
  readonly name: string
  readonly nameEn: string
  readonly means: string
  readonly meansEn: string
}

const step = ({ name, nameEn, means, meansEn }: Step) => ({
  name: [name, nameEn] as const,
  means: [means, meansEn] as const,
})

export const shownMatrix = (row: MatrixRow): z.input<typeof matrixShape> => ({
  ...{ id: row.id, number: row.number, edition: row.edition },
  likelihoods: row.likelihoods.map(step),
  impacts: row.impacts.map(step),
  levels: row.levels.map((one) => ({ ...step(one), tone: one.tone })),
  cells: cellsOf(row),
})

/** A matrix of risk as data: its scales, which level each cell is, and who may accept that. Pure. */
import { z } from 'zod'
import { type Fault, fault } from '../../../record/problem.ts'
import { shaped } from '../../../record/shape.ts'
import { whoSchema } from '../../../record/who.ts'

const line = (max = 60) => z.string().trim().min(1).max(max)

const named = {
  name: shaped(line(), ['名称', 'Name']),
  nameEn: shaped(line(), ['英文名称', 'Name in English']),
  means: shaped(line(200), ['含义', 'What it means']),
  meansEn: shaped(line(200), ['英文含义', 'What it means, in English']),
}

export const tonesOfLevels = ['kept', 'late', 'broken', 'severe'] as const

/** A scale from its least step to its most: so often, so bad. */
export const scaleSchema = z
  .array(shaped(z.strictObject(named), ['等级', 'Step']))
  .min(2)
  .max(7)

/** Levels of risk from the least, with who may accept a risk of each. */
export const levelsSchema = z
  .array(
    shaped(
      z.strictObject({
        ...named,
        tone: shaped(z.enum(tonesOfLevels), ['颜色', 'Colour'], {
          choices: {
            kept: ['绿', 'Green'],
            late: ['黄', 'Amber'],
            broken: ['红', 'Red'],
            severe: ['深红', 'Dark red'],
          },
        }),
        acceptedBy: shaped(z.array(whoSchema).min(1).max(5), ['可由谁接受', 'Who may accept it']),
      }),
      ['风险等级', 'Level of risk'],
    ),
  )
  .min(2)
  .max(6)

/** A row for each step of likelihood, the least first; in it the level of each step of impact, counted from 1. */
export const gridSchema = z
  .array(
    shaped(
      z.strictObject({
        levels: shaped(z.array(z.int().min(1).max(6)).min(2).max(7), [
          '各影响等级下的风险等级',
          'Level at each step of impact',
        ]),
      }),
      ['可能性行', 'A step of likelihood'],
    ),
  )
  .min(2)
  .max(7)

export interface Matrix {
  readonly likelihoods: z.output<typeof scaleSchema>
  readonly impacts: z.output<typeof scaleSchema>
  readonly levels: z.output<typeof levelsSchema>
  readonly grid: z.output<typeof gridSchema>
}

/** The grid as numbers: by likelihood, then by impact. */
export const cellsOf = ({ grid }: Pick<Matrix, 'grid'>): number[][] => grid.map(({ levels }) => levels)

/** The level of a cell, steps counted from 1; null for a cell that the matrix does not have. */
export const levelAt = (
  matrix: Pick<Matrix, 'grid'>,
  likelihood: number | null,
  impact: number | null,
): number | null =>
  likelihood === null || impact === null ? null : (cellsOf(matrix)[likelihood - 1]?.[impact - 1] ?? null)

/** A matrix is full, names levels that it has, and never says less where something is likelier or worse. */
export function matrixFaults(matrix: Matrix): Fault[] {
  const { likelihoods, impacts, levels } = matrix
  const cells = cellsOf(matrix)
  const faults: Fault[] = []
  if (cells.length !== likelihoods.length)
    faults.push(
      fault(
        'grid',
        'not-full',
        `可能性有 ${likelihoods.length} 级,矩阵有 ${cells.length} 行。`,
        `There are ${likelihoods.length} steps of likelihood and ${cells.length} rows.`,
      ),
    )
  cells.forEach((row, i) => {
    const at = `grid.${i}.levels`
    if (row.length !== impacts.length)
      faults.push(
        fault(
          at,
          'not-full',
          `影响有 ${impacts.length} 级,此行有 ${row.length} 格。`,
          `There are ${impacts.length} steps of impact and ${row.length} cells in this row.`,
        ),
      )
    row.forEach((level, j) => {
      if (level < 1 || level > levels.length)
        faults.push(fault(at, 'no-such-level', `没有等级 ${level}。`, `There is no level ${level}.`))
      const less = Math.max(row[j - 1] ?? 0, cells[i - 1]?.[j] ?? 0)
      if (level < less)
        faults.push(
          fault(
            at,
            'not-monotone',
            `可能性 ${i + 1}、影响 ${j + 1} 的等级 ${level} 低于相邻较轻一格的 ${less}。`,
            `Likelihood ${i + 1}, impact ${j + 1} is level ${level}, below the ${less} of a milder cell beside it.`,
          ),
        )
    })
  })
  return faults
}

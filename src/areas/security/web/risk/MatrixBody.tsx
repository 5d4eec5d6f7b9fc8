import { Card } from 'antd'
import type { RowOf } from '../../../../record/record.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { Body } from '../../../../web/record/Body.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { cellsOf } from '../../risk-matrix/matrix.rules.ts'
import type { riskMatrix } from '../../risk-matrix/risk-matrix.record.ts'
import { HeatMap, Legend } from './HeatMap.tsx'
import type { MatrixShown } from './risk.ts'
import { riskScreenWords as words } from './words.ts'

type Row = RowOf<typeof riskMatrix>

const step = ({ name, nameEn, means, meansEn }: Row['likelihoods'][number]) => ({
  name: [name, nameEn] as const,
  means: [means, meansEn] as const,
})

/** A matrix as it is read: drawn, and then its scales and levels in words. */
export function MatrixBody({ entry, row, refs }: PageProps) {
  const say = useSay()
  const one = row as unknown as Row
  const matrix: MatrixShown = {
    ...{ id: one.id, number: one.number, edition: one.edition, cells: cellsOf(one) },
    likelihoods: one.likelihoods.map(step),
    impacts: one.impacts.map(step),
    levels: one.levels.map((level) => ({ ...step(level), tone: level.tone })),
  }
  return (
    <>
      <Card size="small">
        <HeatMap matrix={matrix} caption={say(words.matrixTitle)} cell={({ level }) => level} />
        <Legend matrix={matrix} />
      </Card>
      <Body entry={entry} row={{ ...row, grid: null }} refs={refs} />
    </>
  )
}

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { MatrixShown } from './risk.ts'
import { riskScreenWords as words } from './words.ts'
import './risk.css'

interface Cell {
  readonly likelihood: number
  readonly impact: number
  readonly level: number
}

/** A matrix with the likeliest on top and the worst to the right; what stands in a cell is for whoever draws it. */
export function HeatMap({
  matrix,
  caption,
  cell,
  to,
}: {
  matrix: MatrixShown
  caption: string
  cell: (at: Cell) => ReactNode
  /** Where a cell leads to, as a list of risks; nowhere where it gives nothing. */
  to?: (at: Cell) => Record<string, string> | undefined
}) {
  const say = useSay()
  const rows = matrix.likelihoods.map((step, i) => ({ step, i })).reverse()
  return (
    <figure className="rsk-map">
      <figcaption>{caption}</figcaption>
      <table>
        <tbody>
          {rows.map(({ step, i }) => (
            <tr key={step.name[0]}>
              <th scope="row" title={say(step.means)}>
                {say(step.name)}
              </th>
              {matrix.impacts.map((impact, j) => {
                const level = matrix.cells[i]?.[j] ?? 1
                const at = { likelihood: i + 1, impact: j + 1, level }
                const shown = cell(at)
                const search = to?.(at)
                const about = matrix.levels[level - 1]
                const name = `${say(step.name)} × ${say(impact.name)}: ${about ? say(about.name) : level}`
                return (
                  <td key={impact.name[0]} className={`is-${about?.tone ?? 'kept'}`} title={name}>
                    {search ? (
                      <Link to={'/risks' as '/'} search={search as never} aria-label={`${shown} · ${caption} ${name}`}>
                        {shown}
                      </Link>
                    ) : (
                      shown
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
          <tr>
            <td className="rsk-corner">{`${say(words.likelihood)} ↑ ${say(words.impact)} →`}</td>
            {matrix.impacts.map(({ name, means }) => (
              <th scope="col" key={name[0]} title={say(means)}>
                {say(name)}
              </th>
            ))}
          </tr>
        </tbody>
      </table>
    </figure>
  )
}

/** What the colours mean, the gravest first. */
export function Legend({ matrix }: { matrix: MatrixShown }) {
  const say = useSay()
  return (
    <ul className="ts-plain rsk-legend">
      {matrix.levels
        .map((level, n) => ({ level, n }))
        .reverse()
        .map(({ level, n }) => (
          <li key={level.name[0]} title={say(level.means)}>
            <span className={`rsk-swatch is-${level.tone}`}>{n + 1}</span> {say(level.name)}
          </li>
        ))}
    </ul>
  )
}

import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { Refs } from '../../../../web/client/types.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import {
  addressOf,
  type BudgetLine,
  type BudgetPicture,
  type Figure,
  type Figures,
  leftOf,
  sumOf,
} from '../../budget/figures.rules.ts'
import { budgetPageWords as words } from './words.ts'

const figures = ['requested', 'committed', 'spent', 'paid'] as const satisfies readonly Figure[]

/** Whole yuan: the lists behind tell the fen. */
const short = (yuan: number): string => Math.round(yuan).toLocaleString('en-US')

/** Budgets department by department, each with a bar of what is spent, committed and left, and figures that lead to their lists. */
export function BudgetTable({ picture, refs }: { picture: BudgetPicture; refs: Refs }) {
  const say = useSay()
  const { budgets, none, year } = picture
  const departments = [...new Set(budgets.map(({ department }) => department))]
  const standing = budgets.filter(({ state }) => state !== 'draft')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: moved sideways on a phone
    <div className="bud-scroll" tabIndex={0}>
      <table className="bud-table">
        <thead>
          <tr>
            <th scope="col" className="bud-name" />
            <th scope="col" className="bud-bar-head">
              <Legend />
            </th>
            {[words.planned, words.requested, words.committed, words.spent, words.paid, words.left].map((one) => (
              <th key={one[1]} scope="col">
                {say(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {departments.map((department) => (
            <Fragment key={department}>
              <tr className="bud-group">
                <th scope="rowgroup" colSpan={8}>
                  {refs[department]?.label}
                </th>
              </tr>
              {budgets
                .filter((one) => one.department === department)
                .map((one) => (
                  <BudgetRow key={one.id} line={one} year={year} refs={refs} />
                ))}
            </Fragment>
          ))}
          {none && figures.some((one) => none[one] !== 0) && (
            <tr>
              <th scope="row" className="bud-name">
                {say(words.none)}
              </th>
              <td />
              <td className="ts-quiet">—</td>
              <FigureCells of={none} budget={null} year={year} />
              <td className="ts-quiet">—</td>
            </tr>
          )}
        </tbody>
        {standing.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row" className="bud-name">
                {say(words.whole)}
              </th>
              <td className="bud-bar-cell">
                <Bar line={sumOf(standing)} />
              </td>
              {Object.values(sumOf(standing)).map((sum, n) => (
                <td key={['planned', ...figures][n]}>{short(sum)}</td>
              ))}
              <Left line={sumOf(standing)} />
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

function BudgetRow({ line, year, refs }: { line: BudgetLine; year: number; refs: Refs }) {
  const say = useSay()
  return (
    <tr>
      <th scope="row" className="bud-name">
        <Link to={`/budgets/${line.number}`} title={line.name}>
          {line.category ? (refs[line.category]?.label ?? line.name) : say(words.general)}
        </Link>
      </th>
      <td className="bud-bar-cell">
        <Bar line={line} />
      </td>
      <td>{short(line.planned)}</td>
      <FigureCells of={line} budget={line.id} year={year} />
      <Left line={line} />
    </tr>
  )
}

const FigureCells = ({ of, budget, year }: { of: Figures; budget: string | null; year: number }) =>
  figures.map((figure) => {
    const { to, search } = addressOf(figure, budget, year)
    return (
      <td key={figure}>
        {of[figure] === 0 ? (
          <span className="ts-quiet">0</span>
        ) : (
          <Link to={to} search={search as never}>
            {short(of[figure])}
          </Link>
        )}
      </td>
    )
  })

type Standing = Pick<BudgetLine, 'planned' | 'committed' | 'spent'>

function Left({ line }: { line: Standing }) {
  const say = useSay()
  const left = leftOf(line)
  if (left >= 0) return <td>{short(left)}</td>
  return (
    <td className="bud-over">
      {say(words.over)} {short(-left)}
    </td>
  )
}

/** Spent, then committed, then what is left; where it is overdrawn the plan is a mark within the bar. */
function Bar({ line }: { line: Standing }) {
  const { planned, committed, spent } = line
  const whole = Math.max(planned, committed + spent, 1)
  const share = (yuan: number) => `${(Math.max(0, yuan) / whole) * 100}%`
  const isOver = committed + spent > planned
  return (
    <span className="bud-bar" aria-hidden>
      <i className="bud-spent" style={{ width: share(spent) }} />
      <i className="bud-committed" style={{ width: share(committed) }} />
      {isOver && <i className="bud-mark" style={{ left: share(planned) }} />}
    </span>
  )
}

function Legend() {
  const say = useSay()
  return (
    <span className="bud-legend">
      <i className="bud-spent" />
      {say(words.spent)}
      <i className="bud-committed" />
      {say(words.committed)}
    </span>
  )
}

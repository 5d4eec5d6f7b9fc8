import { Dropdown } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import { dateOf } from '../../../../web/format/time.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { findingWords } from '../../roster/finding.words.ts'
import { type Board, type BoardDay, type BoardDuty, type BoardPerson, type Option, optionsOf } from './board.ts'
import { rosterScreenWords as words } from './words.ts'

interface GridProps {
  readonly board: Board
  readonly mayPlan: boolean
  readonly doing: (path: string, body: object) => Promise<unknown>
}

/** People by days. One square has the focus: arrows move it, digits assign, Delete removes, Enter opens the choice. */
export function RosterGrid({ board, mayPlan, doing }: GridProps) {
  const say = useSay()
  const table = useRef<HTMLTableElement>(null)
  const [here, setHere] = useState<readonly [number, number]>([0, 0])
  const [open, setOpen] = useState(false)
  const { days, people } = board
  const go = (row: number, column: number) => {
    const [r, c] = [clamp(row, people.length), clamp(column, days.length)]
    setHere([r, c])
    setOpen(false)
    table.current?.querySelector<HTMLElement>(`[data-at="${r} ${c}"]`)?.focus()
  }
  const assign = (person: BoardPerson, { date }: BoardDay, { pattern, position }: Option) =>
    void doing('assign', { person: person.id, date, pattern: pattern.id, position: position.id })
  const onKey = (event: KeyboardEvent, person: BoardPerson, day: BoardDay, duties: readonly BoardDuty[]) => {
    const step = steps[event.key]
    const option = mayPlan ? optionsOf(board, day)[Number(event.key) - 1] : undefined
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (step && !open) go(here[0] + step[0], here[1] + step[1])
    else if (event.key === 'Home') go(here[0], 0)
    else if (event.key === 'End') go(here[0], days.length - 1)
    else if (option) assign(person, day, option)
    else if ((event.key === 'Delete' || event.key === 'Backspace') && mayPlan) remove(duties, doing)
    else if ((event.key === 'Enter' || event.key === ' ') && mayPlan) setOpen(!open)
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className="ros-scroll">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose squares take the focus is a grid. */}
        <table className="ros-grid" role="grid" ref={table} aria-label={say(words.grid)}>
          <thead>
            <tr>
              <th scope="col">{say(words.people)}</th>
              {days.map((day) => (
                <DayHead key={day.date} day={day} board={board} />
              ))}
              <th scope="col">{say(words.hours)}</th>
              <th scope="col">{say(words.nights)}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person, r) => (
              <tr key={person.id}>
                <th scope="row">{person.name}</th>
                {days.map((day, c) => {
                  const duties = board.duties.filter((one) => one.person === person.id && one.date === day.date)
                  const isHere = here[0] === r && here[1] === c
                  return (
                    <td
                      key={day.date}
                      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a square of the grid.
                      role="gridcell"
                      data-at={`${r} ${c}`}
                      tabIndex={isHere ? 0 : -1}
                      className={squareClass(day, isAway(board, person, day))}
                      onFocus={() => setHere([r, c])}
                      onKeyDown={(event) => onKey(event, person, day, duties)}
                    >
                      <Dropdown
                        trigger={['click']}
                        disabled={!mayPlan}
                        open={isHere && open && mayPlan}
                        onOpenChange={(next) => {
                          setHere([r, c])
                          setOpen(next)
                        }}
                        menu={{
                          items: itemsOf(board, person, day, duties, say),
                          onClick: ({ key }) => {
                            setOpen(false)
                            const option = optionsOf(board, day)[Number(key)]
                            if (option) assign(person, day, option)
                            else remove(duties, doing)
                          },
                        }}
                      >
                        <div className="ros-square">
                          {isAway(board, person, day) && <span className="ros-away">{say(words.away)}</span>}
                          {duties.map((one) => (
                            <DutyMark key={one.id} duty={one} board={board} />
                          ))}
                        </div>
                      </Dropdown>
                    </td>
                  )
                })}
                <td className="ts-figures">{Math.round(person.hours * 10) / 10}</td>
                <td className="ts-figures">{person.nights}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Legend board={board} mayPlan={mayPlan} />
    </>
  )
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const clamp = (n: number, length: number): number => Math.max(0, Math.min(length - 1, n))

const remove = (duties: readonly BoardDuty[], doing: GridProps['doing']): void => {
  const last = duties.at(-1)
  if (last) void doing('clear', { duty: last.id })
}

const isAway = ({ away }: Board, { id }: BoardPerson, { date }: BoardDay): boolean =>
  away.some(
    ({ person, from, to }) => person === id && dateOf(from) <= date && dateOf(new Date(Date.parse(to) - 1)) >= date,
  )

const squareClass = ({ trades }: BoardDay, away: boolean): string =>
  [trades === false && 'is-closed', away && 'is-away'].filter(Boolean).join(' ')

function itemsOf(
  board: Board,
  person: BoardPerson,
  day: BoardDay,
  duties: readonly BoardDuty[],
  say: ReturnType<typeof useSay>,
) {
  return [
    ...optionsOf(board, day).map(({ pattern, position }, n) => ({
      key: String(n),
      disabled: !person.fit.includes(position.id),
      label: `${n + 1}  ${say([pattern.name, pattern.nameEn ?? pattern.name])} · ${say([position.name, position.nameEn ?? position.name])}`,
    })),
    ...(duties.length > 0 ? [{ key: 'remove', danger: true, label: say(words.remove) }] : []),
  ]
}

function DutyMark({ duty, board }: { duty: BoardDuty; board: Board }) {
  const say = useSay()
  const pattern = board.patterns.find(({ id }) => id === duty.pattern)
  const position = board.positions.find(({ id }) => id === duty.position)
  const name = position ? say([position.name, position.nameEn ?? position.name]) : ''
  const order = board.patterns.findIndex(({ id }) => id === duty.pattern)
  return (
    <span
      className={`ros-duty is-${order % 4} ${duty.fixed ? 'is-fixed' : ''}`}
      title={duty.fixed ? say(words.fixed) : ''}
    >
      <b>{pattern?.mark ?? '·'}</b>
      {name.slice(0, say(['1', '2']) === '1' ? 1 : 2)}
    </span>
  )
}

/** A date with its weekday, whether the exchange trades, and a mark where the proof finds something. */
function DayHead({ day, board }: { day: BoardDay; board: Board }) {
  const say = useSay()
  const lang = useLang()
  const found = board.findings.filter(({ kind, from }) => kind !== 'week-hours' && dateOf(from) === day.date)
  const weekday = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'short', timeZone: 'UTC' })
  const holes = found.filter(({ kind }) => kind === 'hole').length
  return (
    <th
      scope="col"
      className={`${day.trades === false ? 'is-closed' : ''} ${holes > 0 ? 'has-hole' : found.length > 0 ? 'has-fault' : ''}`}
      title={found.map((one) => say(findingWords(one))).join('\n')}
    >
      <span className="ts-figures">{day.date.slice(5)}</span>
      <small>{weekday.format(new Date(`${day.date}T00:00:00Z`))}</small>
      {found.length > 0 && (
        <small className={holes > 0 ? 'ros-hole' : 'ros-fault'}>
          {holes > 0 ? `✕ ${say(words.holes)}` : `! ${found.length}`}
        </small>
      )}
    </th>
  )
}

function Legend({ board, mayPlan }: { board: Board; mayPlan: boolean }) {
  const say = useSay()
  return (
    <p className="ros-legend ts-quiet">
      {board.patterns.map(({ id, mark, name, nameEn, startsAt, endsAt }, n) => (
        <span key={id}>
          <span className={`ros-duty is-${n % 4}`}>
            <b>{mark}</b>
          </span>{' '}
          {say([name, nameEn ?? name])} <span className="ts-figures">{`${startsAt}–${endsAt}`}</span>
        </span>
      ))}
      {mayPlan && <span>{say(words.keys)}</span>}
    </p>
  )
}

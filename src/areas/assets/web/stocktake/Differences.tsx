import { Link } from '@tanstack/react-router'
import { App, Button, Card, Checkbox, Segmented } from 'antd'
import { useState } from 'react'
import type { RowOf } from '../../../../record/record.ts'
import { useList, useWriteOf } from '../../../../web/client/hooks.ts'
import type { Refs } from '../../../../web/client/types.ts'
import { useEntry } from '../../../../web/context.ts'
import { BulkForm } from '../../../../web/record/bulk/BulkForm.tsx'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { reportWords } from '../../stocktake/report.rules.ts'
import { stocktake } from '../../stocktake/stocktake.record.ts'
import { kinds } from '../../stocktake-difference/decision.rules.ts'
import { stocktakeDifference } from '../../stocktake-difference/stocktake-difference.record.ts'
import {
  decisionWords,
  kindWords,
  stocktakeDifferenceWords,
} from '../../stocktake-difference/stocktake-difference.words.ts'
import { stocktakingTones } from './tones.ts'
import { stocktakingWords as words } from './words.ts'

type Difference = RowOf<typeof stocktakeDifference>
const shownAtOnce = '200'

/** The differences, to be decided one by one or many at once. */
export function Differences({ take, open }: { take: Pick<RowOf<typeof stocktake>, 'id' | 'state'>; open: number }) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const entry = useEntry(stocktakeDifference.name)
  const [kind, setKind] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [deciding, setDeciding] = useState(false)
  const query = { stocktake: take.id, state: 'open,decided,done,not-done', ...(kind && { kind }), limit: shownAtOnce }
  const { data } = useList(stocktakeDifference, query)
  const accept = useWriteOf<{ decided: number; open: number }>(stocktake, take.id)
  const first = data?.pages[0]
  const rows = first?.items ?? []
  const isSettling = take.state === 'settling'
  const turn = (id: string) =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  const acceptAll = () =>
    accept.mutate(
      { path: 'accept-proposals', body: {} },
      {
        onSuccess: ({ decided, open: left }) =>
          message.success(`${say(words.accepted)} ${decided}${left > 0 ? ` · ${left} ${say(words.stillOpen)}` : ''}`),
        onError: (problem) => message.error(text(problem)),
      },
    )
  return (
    <Card
      size="small"
      title={`${say(reportWords.differences)}${open > 0 ? ` · ${say(words.undecided)} ${open}` : ''}`}
      extra={<Link to={`/stocktake-differences?stocktake=${take.id}` as never}>{say(words.openList)}</Link>}
    >
      <div className="stk-tools">
        <Segmented
          value={kind}
          onChange={(next) => {
            setKind(next)
            setChosen(new Set())
          }}
          options={[
            { value: '', label: say(words.all) },
            ...kinds.map((value) => ({ value: value as string, label: say(kindWords[value]) })),
          ]}
        />
        {isSettling && open > 0 && (
          <Button loading={accept.isPending} onClick={acceptAll}>
            {say(words.accept)}
          </Button>
        )}
        {isSettling && (
          <Button type="primary" disabled={chosen.size === 0} onClick={() => setDeciding(true)}>
            {say(words.decideChosen)} {chosen.size > 0 && chosen.size}
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <p className="ts-quiet">{say(reportWords.noDifferences)}</p>
      ) : (
        <DifferenceTable
          rows={rows}
          refs={first?.refs ?? {}}
          chosen={isSettling ? chosen : undefined}
          onTurn={turn}
          onTurnAll={() => setChosen(new Set(chosen.size === rows.length ? [] : rows.map(({ id }) => id)))}
        />
      )}
      {first?.next && <p className="ts-quiet">{say(words.firstShown)}</p>}
      {deciding && (
        <BulkForm
          entry={entry}
          verb="decide"
          selection={{ ids: chosen, all: false }}
          many={[`${words.chosen[0]} ${chosen.size} 条`, `${chosen.size} ${words.chosen[1]}`]}
          query={{}}
          refs={first?.refs ?? {}}
          onClose={() => setDeciding(false)}
          onBegun={() => setChosen(new Set())}
        />
      )}
    </Card>
  )
}

interface TableProps {
  readonly rows: readonly Difference[]
  readonly refs: Refs
  /** Undefined: nothing is to be chosen any more. */
  readonly chosen: ReadonlySet<string> | undefined
  readonly onTurn: (id: string) => void
  readonly onTurnAll: () => void
}

function DifferenceTable({ rows, refs, chosen, onTurn, onTurnAll }: TableProps) {
  const say = useSay()
  const heads = [
    reportWords.what,
    reportWords.kind,
    reportWords.expectedAt,
    reportWords.foundAt,
    reportWords.decision,
    reportWords.outcome,
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div className="stk-scroll" tabIndex={0}>
      <table className="stk-table is-text">
        <thead>
          <tr>
            {chosen && (
              <th scope="col">
                <Checkbox
                  aria-label={say(words.all)}
                  checked={chosen.size === rows.length}
                  indeterminate={chosen.size > 0 && chosen.size < rows.length}
                  onChange={onTurnAll}
                />
              </th>
            )}
            {heads.map((head) => (
              <th key={head[1]} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {chosen && (
                <td>
                  <Checkbox checked={chosen.has(row.id)} onChange={() => onTurn(row.id)} aria-label={row.label} />
                </td>
              )}
              <th scope="row">
                <Link to={`/stocktake-differences/${row.number}`}>{row.label}</Link>
              </th>
              <td>
                <StateTag
                  tone={stocktakingTones['stocktake-difference'].kind[row.kind]}
                  word={say(kindWords[row.kind])}
                />
                {row.moved && <small className="stk-moved">{say(words.moved)}</small>}
              </td>
              <td>
                <At place={row.expectedPlace} holder={row.expectedHolder} refs={refs} />
              </td>
              <td>
                <At place={row.foundPlace} holder={row.foundHolder} refs={refs} />
              </td>
              <td>
                <Decided row={row} />
              </td>
              <td>
                <Outcome row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function At({ place, holder, refs }: { place: string | null; holder: string | null; refs: Refs }) {
  if (!place && !holder) return '—'
  return (
    <>
      {place && <RefLink id={place} refs={refs} />}
      {place && holder && ' · '}
      {holder && <RefLink id={holder} refs={refs} />}
    </>
  )
}

function Decided({ row: { decision, proposal, reason } }: { row: Difference }) {
  const say = useSay()
  if (decision)
    return (
      <>
        <b>{say(decisionWords[decision])}</b>
        {reason && <small className="ts-quiet stk-why">{reason}</small>}
      </>
    )
  return <span className="ts-quiet">{proposal ? `${say(words.proposed)}: ${say(decisionWords[proposal])}` : '—'}</span>
}

function Outcome({ row: { state, whyNot, whyNotEn } }: { row: Difference }) {
  const say = useSay()
  const isZh = useLang() === 'zh'
  return (
    <>
      <StateTag
        tone={stocktakingTones['stocktake-difference'].state[state]}
        word={say(stocktakeDifferenceWords.states[state])}
      />
      {whyNot && <small className="ts-quiet stk-why">{isZh ? whyNot : (whyNotEn ?? whyNot)}</small>}
    </>
  )
}

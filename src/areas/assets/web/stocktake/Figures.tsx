import { Card } from 'antd'
import type { Words } from '../../../../record/words.ts'
import type { Refs } from '../../../../web/client/types.ts'
import { showInstant } from '../../../../web/format/time.ts'
import type { Tone } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { HeadedTable } from '../../../../web/widgets/HeadedTable.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { ToneMark } from '../../../../web/widgets/StateTag.tsx'
import type { Figures } from '../../stocktake/figures.rules.ts'
import { type ResultLine, resultLines, reportWords as words } from '../../stocktake/report.rules.ts'
import { stocktakingWords } from './words.ts'

const mostPlaces = 60

const tones: Readonly<Record<ResultLine['code'], Tone>> = {
  found: 'kept',
  'wrong-place': 'late',
  'wrong-holder': 'late',
  missing: 'broken',
  twice: 'late',
  surplus: 'progress',
  unknown: 'unknown',
}

/** What came of it, each result with its share of what was expected. */
export function Results({ figures }: { figures: Figures }) {
  const say = useSay()
  return (
    <Card size="small" title={say(words.summary)}>
      <ul className="ts-plain stk-results">
        <li>
          <span>{say(words.expected)}</span>
          <b className="ts-figures">{figures.expected.toLocaleString('en-US')}</b>
        </li>
        {resultLines(figures)
          .filter(({ code, n }) => code !== 'unknown' || n > 0)
          .map(({ code, words: label, n, share }) => (
            <li key={code}>
              <span>
                <ToneMark tone={tones[code]} /> {say(label)}
              </span>
              <b className="ts-figures">{n.toLocaleString('en-US')}</b>
              <small className="ts-quiet ts-figures">{share === null ? '' : `${share} %`}</small>
            </li>
          ))}
      </ul>
    </Card>
  )
}

/** The places, those with most left first. */
export function ByPlace({ figures, refs }: { figures: Figures; refs: Refs }) {
  const say = useSay()
  const places = [...figures.places].sort((a, b) => b.expected - b.counted - (a.expected - a.counted))
  return (
    <Card size="small" title={say(words.byPlace)}>
      <Table heads={[words.place, words.expected, words.counted, stocktakingWords.left]}>
        {places.slice(0, mostPlaces).map(({ id, expected, counted }) => (
          <tr key={id}>
            <th scope="row">{id ? <RefLink id={id} refs={refs} /> : say(words.nowhere)}</th>
            <td>{expected}</td>
            <td>{counted}</td>
            <td className={expected > counted ? 'is-left' : ''}>{expected - counted}</td>
          </tr>
        ))}
      </Table>
    </Card>
  )
}

export function ByCounter({ figures, refs }: { figures: Figures; refs: Refs }) {
  const say = useSay()
  return (
    <Card size="small" title={say(words.byCounter)}>
      <Table heads={[words.counter, words.counts, words.last]}>
        {figures.counters.map(({ id, counts, last }) => (
          <tr key={id}>
            <th scope="row">
              <RefLink id={id} refs={refs} />
            </th>
            <td>{counts}</td>
            <td>{showInstant(last).slice(5)}</td>
          </tr>
        ))}
      </Table>
    </Card>
  )
}

/** The first column tells what, the others how much. */
export function Table({ heads, children }: { heads: readonly Words[]; children: React.ReactNode }) {
  return (
    <HeadedTable box="stk-scroll" table="stk-table" heads={heads}>
      <tbody>{children}</tbody>
    </HeadedTable>
  )
}

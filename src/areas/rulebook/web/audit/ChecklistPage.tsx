import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Checkbox, Empty, Skeleton } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useItem, useList } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { Refs } from '../../../../web/client/types.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { ToneMark } from '../../../../web/widgets/StateTag.tsx'
import { audit } from '../../audit/audit.record.ts'
import { results } from '../../audit/audit.rules.ts'
import type { auditWords } from '../../audit/audit.words.ts'
import { auditItem } from '../../audit-item/audit-item.record.ts'
import { auditItemWords } from '../../audit-item/audit-item.words.ts'
import { ItemInHand, type ItemRow, type Result, useJudge, useNote } from './ItemInHand.tsx'
import { useKeys } from './keys.ts'
import { resultTones, stoodTones } from './tones.ts'
import { auditPageWords as words } from './words.ts'
import '../rulebook.css'
import './audit.css'

/** `/audits/AUD-202611-0001/checklist`: every clause in scope, worked through by keyboard with its evidence beside it. */
export function ChecklistPage() {
  const say = useSay()
  const { key = '' } = useParams({ strict: false }) as { key?: string }
  const found = useItem(audit, key)
  useTitle(`${key} ${say(words.checklist)}`)
  if (found.isPending) return <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
  if (found.isError) return <LoadFailed error={found.error} retry={() => found.refetch()} />
  const { item } = found.data
  return <Checklist id={item.id} number={item.number} title={item.title} state={item.state} auditors={item.auditors} />
}

interface ChecklistProps {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: keyof typeof auditWords.states
  readonly auditors: readonly string[]
}

function Checklist({ id, number, title, state, auditors }: ChecklistProps) {
  const say = useSay()
  const navigate = useNavigate()
  const me = useSession().person.id
  const list = useList(auditItem, { audit: id, sort: 'position', limit: '200' })
  const [at, setAt] = useState<string>()
  const [onlyLeft, setOnlyLeft] = useState(false)
  const noteBox = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage()
  })
  const pages = list.data?.pages ?? []
  const refs: Refs = Object.assign({}, ...pages.map((page) => page.refs))
  const all = pages.flatMap((page) => page.items) as unknown as ItemRow[]
  const rows = onlyLeft ? all.filter((one) => one.state === 'open' || one.id === at) : all
  const row = rows.find((one) => one.id === at) ?? rows[0]
  const works = state === 'fieldwork' && auditors.includes(me)
  const [note, setNote] = useNote(row)
  const { judge, busy } = useJudge(row?.id ?? '')
  const step = (by: number) => {
    const next = rows[(row ? rows.indexOf(row) : -1) + by]
    if (next) setAt(next.id)
  }
  const record = (result: Result) => {
    if (!row || !works || busy) return
    // What conforms is over at once; of the rest one stays, for the note and the finding.
    judge(result, note, () => result === 'conforming' && step(1))
  }
  useKeys({
    ...{ ArrowDown: () => step(1), j: () => step(1), ArrowUp: () => step(-1), k: () => step(-1) },
    ...Object.fromEntries(results.map((result, n) => [`${n + 1}`, () => record(result)])),
    n: () => noteBox.current?.querySelector('textarea')?.focus(),
    f: () => row && navigate({ to: '/findings/new', search: { item: row.id, title: row.heading } as never }),
  })
  if (list.isError) return <LoadFailed error={list.error} retry={() => list.refetch()} />
  if (!list.data) return <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
  const judged = all.filter((one) => one.state === 'judged').length
  return (
    <div className="adt-checklist">
      <div className="ts-crumb">
        <Link to={`/audits/${number}` as '/'}>
          <span className="ts-figures">{number}</span> {title}
        </Link>
      </div>
      <div className="ts-page-head">
        <h1 className="ts-title">{say(words.checklist)}</h1>
        <span className="ts-figures">
          {judged}/{all.length} {say(words.ofItems)}
        </span>
        <Checkbox checked={onlyLeft} onChange={({ target }) => setOnlyLeft(target.checked)}>
          {say(words.onlyLeft)}
        </Checkbox>
        <span className="ts-grow" />
        <span className="ts-quiet">{say(works ? words.keys : words.noLonger)}</span>
      </div>
      {row === undefined ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.noItems)} />
      ) : (
        <div className="adt-sides">
          <ItemList rows={rows} at={row.id} onTake={setAt} />
          <ItemInHand
            row={row}
            refs={refs}
            works={works}
            note={note}
            onNote={setNote}
            onResult={record}
            busy={busy}
            noteRef={noteBox}
          />
        </div>
      )}
    </div>
  )
}

function ItemList({ rows, at, onTake }: { rows: readonly ItemRow[]; at: string; onTake: (id: string) => void }) {
  const say = useSay()
  const lang = useLang()
  const here = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <ol className="ts-plain adt-items">
      {rows.map((row) => {
        const { id, position, clause, heading, headingEn, control, stood, result } = row
        return (
          <li key={id}>
            <button
              type="button"
              ref={id === at ? here : undefined}
              className={id === at ? 'is-here' : ''}
              aria-current={id === at}
              onClick={() => onTake(id)}
            >
              <span className="ts-quiet ts-figures">{position}</span>
              <span title={say(auditItemWords.choices.stood[stood])}>
                <ToneMark tone={stoodTones[stood]} />
              </span>
              <span className="adt-name">
                <span className="ts-figures">{clause}</span> {lang === 'en' ? (headingEn ?? heading) : heading}
                {control && <span className="ts-quiet ts-figures"> {control}</span>}
              </span>
              <span className="adt-result">
                {result && (
                  <>
                    <ToneMark tone={resultTones[result]} /> {say(auditItemWords.choices.result[result])}
                  </>
                )}
              </span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}

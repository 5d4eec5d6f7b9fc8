import { Link } from '@tanstack/react-router'
import { App, Button, Card, Input } from 'antd'
import { type Ref, useState } from 'react'
import type { RowOf } from '../../../../record/record.ts'
import { useAct } from '../../../../web/client/hooks.ts'
import type { Refs, Row } from '../../../../web/client/types.ts'
import { useEntry } from '../../../../web/context.ts'
import { Files } from '../../../../web/record/Files.tsx'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { results } from '../../audit/audit.rules.ts'
import { auditItem } from '../../audit-item/audit-item.record.ts'
import { auditItemWords } from '../../audit-item/audit-item.words.ts'
import { Sample } from './Sample.tsx'
import { resultTones, stoodTones } from './tones.ts'
import { auditPageWords as words } from './words.ts'

export type ItemRow = RowOf<typeof auditItem> & Pick<Row, 'can'>
export type Result = (typeof results)[number]

/** Records the result of an item, with the note as it stands in the box. */
export function useJudge(id: string) {
  const text = useProblemText()
  const { message } = App.useApp()
  const act = useAct(auditItem, id)
  return {
    busy: act.isPending,
    judge: (result: Result, note: string, done?: () => void) =>
      act.mutate(
        { verb: 'judge', body: { result, note: note.trim() || null } },
        { onSuccess: () => done?.(), onError: (problem) => message.error(text(problem)) },
      ),
  }
}

interface InHandProps {
  readonly row: ItemRow
  readonly refs: Refs
  /** During fieldwork, for its auditors. */
  readonly works: boolean
  readonly note: string
  readonly onNote: (note: string) => void
  readonly onResult: (result: Result) => void
  readonly busy: boolean
  readonly noteRef: Ref<HTMLDivElement>
}

/** One line of the checklist with everything beside it: what the rule says, how it stood, what was drawn, and what one makes of it. */
export function ItemInHand({ row, refs, works, note, onNote, onResult, busy, noteRef }: InHandProps) {
  const say = useSay()
  const lang = useLang()
  const entry = useEntry(auditItem.name)
  const inLang = (zh: string, en: string | null) => (lang === 'en' ? (en ?? zh) : zh)
  const { fields, choices } = auditItemWords
  return (
    <div className="adt-hand">
      <header>
        <h2>
          <span className="ts-figures">{row.clause}</span> {inLang(row.heading, row.headingEn)}
        </h2>
        <StateTag tone={stoodTones[row.stood]} word={say(choices.stood[row.stood])} />
      </header>
      <p className="adt-text">{inLang(row.text, row.textEn)}</p>
      <p className="ts-quiet ts-figures">
        <RefLink id={row.policy} refs={refs} />
        {row.control !== null && (
          <>
            {' · '}
            <Link to={`/controls/${row.control}` as '/'}>{row.control}</Link>
            {(['kept', 'broken', 'excepted', 'unknown'] as const).map((name) => (
              <span key={name}>
                {' · '}
                {say(fields[name])} {row[name]}
              </span>
            ))}
          </>
        )}
      </p>
      {row.sample.length > 0 ? (
        <>
          <h3 className="adt-heading">
            {say(words.sample)} <span className="ts-quiet">{say(words.drawn)}</span>
          </h3>
          <Sample record={auditItem} id={row.id} sample={row.sample} looks={works} />
        </>
      ) : (
        <p className="ts-quiet">{say(row.control === null ? words.byHand : words.noSample)}</p>
      )}
      <div ref={noteRef}>
        <Input.TextArea
          aria-label={say(words.note)}
          placeholder={say(works ? words.noteHint : words.note)}
          value={note}
          readOnly={!works}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={({ target }) => onNote(target.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
      </div>
      <fieldset className="adt-results" aria-label={say(fields.result)}>
        {results.map((result, n) => (
          <Button
            key={result}
            type={row.result === result ? 'primary' : 'default'}
            disabled={!works || busy}
            onClick={() => onResult(result)}
          >
            <kbd className="ts-quiet">{n + 1}</kbd> {say(choices.result[result])}
          </Button>
        ))}
        <span className="ts-grow" />
        <Link to="/findings/new" search={{ item: row.id, title: inLang(row.heading, row.headingEn) } as never}>
          <Button>{say(words.raise)}</Button>
        </Link>
      </fieldset>
      {row.result && (
        <p className="ts-quiet">
          <StateTag tone={resultTones[row.result]} word={say(choices.result[row.result])} />{' '}
          {row.judgedBy && <RefLink id={row.judgedBy} refs={refs} />}
        </p>
      )}
      <Card size="small" title={say(words.evidence)}>
        <Files entry={entry} row={row as unknown as Row} refs={refs} />
      </Card>
    </div>
  )
}

/** The note of the item in hand, as typed; another item begins with its own. */
export function useNote(row: ItemRow | undefined): [string, (note: string) => void] {
  const [typed, setTyped] = useState<{ id: string; note: string }>()
  const own = row && typed?.id === row.id ? typed.note : (row?.note ?? '')
  return [own, (note) => row && setTyped({ id: row.id, note })]
}

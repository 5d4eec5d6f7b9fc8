import { Link } from '@tanstack/react-router'
import { useParts } from '../../../../web/context.ts'
import { showTime } from '../../../../web/format/time.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { ToneMark } from '../../../../web/widgets/StateTag.tsx'
import { logEntryWords } from '../../log-entry/log-entry.words.ts'
import type { LogLine } from './lines.ts'
import { logScreenWords as words } from './words.ts'
import './log.css'

/** A line of the log: when, what kind, what happened, to what, and by whose hand. */
export function Line({ line, brief = false }: { line: LogLine; brief?: boolean }) {
  const say = useSay()
  const lang = useLang()
  const { kind, severity, by, component } = line
  return (
    <li className={`ops-log-line is-${severity}-line`}>
      <time dateTime={line.at} className="ts-figures">
        {showTime(line.at, !brief)}
      </time>
      <span className="ops-log-line-kind">
        {severity !== 'info' && <ToneMark tone={severity === 'critical' ? 'broken' : 'late'} />}
        <span className="ts-quiet">{say(logEntryWords.choices.kind[kind] ?? [kind, kind])}</span>
      </span>
      <span className="ops-log-line-text">
        {lang === 'en' ? (line.textEn ?? line.text) : line.text} <Subject line={line} />
      </span>
      {!brief && (
        <>
          <span className="ops-log-line-component">
            {component && (
              <Link to={`/components/${component.id}`} className="ts-ref">
                {component.name}
              </Link>
            )}
          </span>
          <span className="ops-log-line-by">
            {by ? by.name : <span className="ts-quiet">{say(words.system)}</span>}
          </span>
        </>
      )}
    </li>
  )
}

/** The record a line is about, by its number. */
function Subject({ line: { subject, component } }: { line: LogLine }) {
  const { registry } = useParts()
  const head = registry.find(subject?.record)
  if (!subject || !head || subject.id === component?.id) return null
  return (
    <Link to={`/${head.record.plural}/${subject.number ?? subject.id}`} className="ts-number ts-ref">
      {subject.number ?? '→'}
    </Link>
  )
}

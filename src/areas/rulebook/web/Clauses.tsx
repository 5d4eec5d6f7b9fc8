import { Link } from '@tanstack/react-router'
import { useSession } from '../../../web/client/session.ts'
import { mayEver } from '../../../web/shell/access.ts'
import { useLang, useSay } from '../../../web/shell/lang.tsx'
import { type Clause, topicWords } from '../policy/clause.rules.ts'
import { offenderReaders } from '../readers.rules.ts'
import './rulebook.css'

/** The clauses of an edition as they are read; whoever may look into controls finds theirs beside each. */
export function Clauses({ clauses }: { clauses: readonly Clause[] }) {
  const say = useSay()
  const lang = useLang()
  const looks = mayEver(offenderReaders, useSession())
  const inLang = (zh: string, en: string | null | undefined) => (lang === 'en' ? (en ?? zh) : zh)
  return clauses.map((clause) => (
    <article key={clause.key} className="rul-clause">
      <header>
        <span className="rul-key ts-figures">{clause.key}</span>
        <h3>{inLang(clause.heading, clause.headingEn)}</h3>
        {clause.topics && (
          <span className="ts-quiet">{clause.topics.map((topic) => say(topicWords[topic])).join(' · ')}</span>
        )}
        {looks &&
          clause.controls.map((id) => (
            <Link key={id} to={`/controls/${id}`} className="ts-figures">
              {id}
            </Link>
          ))}
      </header>
      <p>{inLang(clause.text, clause.textEn)}</p>
    </article>
  ))
}

import { Link } from '@tanstack/react-router'
import type { RowOf } from '../../../record/record.ts'
import type { PageProps } from '../../../web/plugin.ts'
import { Body } from '../../../web/record/Body.tsx'
import { useLang, useSay } from '../../../web/shell/lang.tsx'
import type { policy } from '../policy/policy.record.ts'
import { rulebookWords as words } from './words.ts'
import './rulebook.css'

/** A policy as it is read: clause by clause, each with the controls that show whether it is kept; then its other fields. */
export function PolicyBody({ entry, row, refs }: PageProps) {
  const say = useSay()
  const lang = useLang()
  const one = row as unknown as RowOf<typeof policy>
  const inLang = (zh: string, en: string | null | undefined) => (lang === 'en' ? (en ?? zh) : zh)
  return (
    <>
      <section className="rul-policy">
        {one.edition > 1 && (
          <p>
            <Link to={`/policies/${one.number}/compare`}>{say(words.compare)}</Link>
          </p>
        )}
        {one.clauses.map((clause) => (
          <article key={clause.key} className="rul-clause">
            <header>
              <span className="rul-key ts-figures">{clause.key}</span>
              <h3>{inLang(clause.heading, clause.headingEn)}</h3>
              {clause.controls.map((id) => (
                <Link key={id} to={`/controls/${id}`} className="ts-figures">
                  {id}
                </Link>
              ))}
            </header>
            <p>{inLang(clause.text, clause.textEn)}</p>
          </article>
        ))}
      </section>
      <Body entry={entry} row={{ ...row, clauses: null }} refs={refs} />
    </>
  )
}

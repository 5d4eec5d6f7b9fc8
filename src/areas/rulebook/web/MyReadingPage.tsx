import { Link } from '@tanstack/react-router'
import { Button, Empty, Skeleton } from 'antd'
import { useCall } from '../../../web/client/hooks.ts'
import { dateOf, showInstant } from '../../../web/format/time.ts'
import { LoadFailed } from '../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../web/shell/lang.tsx'
import { useTitle } from '../../../web/shell/title.ts'
import { StateTag } from '../../../web/widgets/StateTag.tsx'
import type { Clause } from '../policy/clause.rules.ts'
import { Clauses } from './Clauses.tsx'
import { titles } from './titles.words.ts'
import { readingWords as words } from './words.ts'

interface Text {
  readonly number: string
  readonly title: string
  readonly titleEn: string | null
  readonly edition: number
  readonly purpose: string
  readonly purposeEn: string | null
  readonly scope: string
  readonly scopeEn: string | null
  readonly clauses: readonly Clause[]
}

interface Mine {
  readonly open: readonly { readonly number: string; readonly dueOn: string; readonly policy: Text }[]
  readonly signed: readonly { number: string; title: string; titleEn: string | null; signedAt: string }[]
  readonly attest: readonly { number: string; title: string; titleEn: string | null; dueOn: string; state: string }[]
}

/** What I am to read and sign, each with its text; what I am to attest; and what I signed last. */
export function MyReadingPage() {
  const say = useSay()
  const lang = useLang()
  useTitle(say(titles.reading))
  const { data, error, refetch } = useCall<Mine>('/my-readings', {}, ['reading', 'attestation'])
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
  const inLang = (one: { title: string; titleEn: string | null }) =>
    lang === 'en' ? (one.titleEn ?? one.title) : one.title
  return (
    <div className="rul-book">
      <h1 className="ts-title">{say(titles.reading)}</h1>
      {data.open.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.nothing)} />}
      {data.open.map(({ number, dueOn, policy }) => (
        <section key={number} className="rul-policy">
          <header>
            <h2>{inLang(policy)}</h2>
            <span className="ts-quiet ts-figures">
              {say(words.edition)} {policy.edition}
            </span>
            <Due dueOn={dueOn} />
            <span className="ts-grow" />
            <Link to={`/readings/${number}`}>
              <Button type="primary">{say(words.readAndSign)}</Button>
            </Link>
          </header>
          <p>{lang === 'en' ? (policy.purposeEn ?? policy.purpose) : policy.purpose}</p>
          <Clauses clauses={policy.clauses} />
        </section>
      ))}
      {data.attest.length > 0 && (
        <section className="rul-policy">
          <h2>{say(words.toAttest)}</h2>
          <ul className="ts-plain">
            {data.attest.map((one) => (
              <li key={one.number}>
                <Link to={`/attestations/${one.number}`}>{inLang(one)}</Link> <Due dueOn={one.dueOn} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {data.signed.length > 0 && (
        <section className="rul-policy">
          <h2>{say(words.signedLast)}</h2>
          <ul className="ts-plain">
            {data.signed.map((one) => (
              <li key={one.number}>
                <span className="ts-figures ts-quiet">{showInstant(one.signedAt)}</span>{' '}
                <Link to={`/readings/${one.number}`}>{inLang(one)}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Due({ dueOn }: { dueOn: string }) {
  const say = useSay()
  const late = dueOn < dateOf(new Date())
  return <StateTag tone={late ? 'broken' : 'start'} word={`${say(late ? words.wasDue : words.dueBy)} ${dueOn}`} />
}

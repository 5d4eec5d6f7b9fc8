import { Card, Skeleton } from 'antd'
import type { Words } from '../../../../record/words.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import type { Refs } from '../../../../web/client/types.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { type Distribution, fewAnswers, type Question } from '../../survey/questions.rules.ts'
import { gradeWords } from '../portal/words.ts'
import { surveyScreenWords as words } from './words.ts'
import '../parts.css'
import './survey.css'

type Part = Distribution & { readonly id: string | null }

interface Answer {
  readonly invited: number
  readonly answered: number
  readonly questions: readonly (Question & {
    readonly spread: Distribution | null
    readonly yes: number
    readonly no: number
    readonly words: readonly string[]
  })[]
  readonly by: Readonly<Record<'service' | 'team' | 'handler', readonly Part[]>>
  readonly refs: Refs
}

/** How a survey was answered: each question as it is spread, then the grade by service, team and person. */
export function Results({ row }: PageProps) {
  const say = useSay()
  const lang = useLang()
  const { data, error, refetch } = useCall<Answer>(`/surveys/${row.id}/results`, {}, ['survey-answer'])
  if (row.state === 'draft') return null
  return (
    <Card size="small" title={say(words.results)}>
      {error && !data && <LoadFailed error={error} retry={() => refetch()} />}
      {!data && !error && <Skeleton active />}
      {data?.answered === 0 && <p className="ts-quiet">{say(words.none)}</p>}
      {data && data.answered > 0 && (
        <>
          <p className="ts-quiet ts-figures">
            {data.answered} {say(words.answered)} {data.invited} {say(words.people)}
          </p>
          {data.questions.map((one) => (
            <section key={one.zh} className="svc-result">
              <h2 className="svc-h">{one[lang]}</h2>
              {one.spread && <Spread of={one.spread} />}
              {one.kind === 'yes-no' && (
                <p className="ts-figures">
                  {say(words.yes)} {one.yes} · {say(words.no)} {one.no}
                </p>
              )}
              {one.words.map((said, i) => (
                <blockquote key={i}>{said}</blockquote>
              ))}
            </section>
          ))}
          <By words={words.byService} parts={data.by.service} refs={data.refs} />
          <By words={words.byTeam} parts={data.by.team} refs={data.refs} />
          <By words={words.byHandler} parts={data.by.handler} refs={data.refs} />
        </>
      )}
    </Card>
  )
}

function By({ words: title, parts, refs }: { words: Words; parts: readonly Part[]; refs: Refs }) {
  const say = useSay()
  if (parts.every(({ id }) => id === null)) return null
  return (
    <section className="svc-result">
      <h2 className="svc-h">{say(title)}</h2>
      {parts.map((part) => (
        <div key={part.id ?? ''} className="svc-part">
          <span>{part.id ? <RefLink id={part.id} refs={refs} /> : say(words.other)}</span>
          <Spread of={part} />
        </div>
      ))}
    </section>
  )
}

/** Grades from 1 to 5 as one bar, with how many there are and their mean; so few that they say little are said to be few. */
function Spread({ of: { n, counts, mean } }: { of: Distribution }) {
  const say = useSay()
  if (n === 0) return <span className="ts-quiet">—</span>
  const told = counts.map((count, i) => `${say(gradeWords(i + 1))} ${count}`).join(', ')
  return (
    <div className="svc-spread">
      <div className="svc-bar" role="img" aria-label={told} title={told}>
        {counts.map(
          (count, i) =>
            count > 0 && (
              <span key={gradeWords(i + 1)[1]} className={`is-${i + 1}`} style={{ flexGrow: count }}>
                {count}
              </span>
            ),
        )}
      </div>
      <span className="ts-figures">
        n={n} · {say(words.mean)} {mean?.toFixed(1)}
        {n < fewAnswers && <span className="ts-quiet"> · {say(words.few)}</span>}
      </span>
    </div>
  )
}

import { BookOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { toneOf, useEntry, useParts } from '../../../../web/context.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { articleWords } from '../../article/article.words.ts'
import { incidentWords } from '../../incident/incident.words.ts'
import { useSimilar } from './outlook.ts'
import { incidentScreenWords as words } from './words.ts'

/** Incidents that read like this one, with how they were resolved, and articles that may help; nothing where there are none. */
export function SimilarOnes({ title, not }: { title: string; not?: string }) {
  const say = useSay()
  const { areas } = useParts()
  const entry = useEntry('incident')
  const { incidents: items, articles } = useSimilar(title, not)
  if (items.length + articles.length === 0) return null
  return (
    <section className="svc-similar">
      <h2>{say(words.similar)}</h2>
      <ul className="ts-plain">
        {articles.map(({ id, number, title: called }) => (
          <li key={id}>
            <span className="ts-state">
              <BookOutlined aria-hidden />
              {say(articleWords.name)}
            </span>
            <Link to={`/articles/${number}`} className="ts-ref">
              {called}
            </Link>
          </li>
        ))}
        {items.map(({ id, number, title: other, state, resolution }) => (
          <li key={id}>
            <StateTag tone={toneOf(areas, entry, 'state', state) ?? 'start'} word={say(incidentWords.states[state])} />
            <Link to={`/incidents/${number}`} className="ts-ref">
              {other}
            </Link>
            {resolution && (
              <span className="ts-quiet svc-resolution">
                {say(words.resolvedBy)}:{resolution}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

import { FileTextOutlined, RightOutlined, SolutionOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { api } from '../../../../web/client/api.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { articleWords } from '../../article/article.words.ts'
import { useCatalogue } from '../order/offered.ts'
import { placeOf } from './matters.ts'
import { isNear } from './near.ts'
import { standingWords, portalWords as words } from './words.ts'

interface Found {
  readonly articles: readonly {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly category: keyof typeof articleWords.choices.category
    readonly beginning: string
  }[]
  readonly mine: readonly {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly state: string
  }[]
}

/** Articles that may answer what is being typed. */
export const useFinds = (q: string) =>
  useQuery({
    queryKey: ['call', '/portal/search', q],
    queryFn: ({ signal }) => api.call<Found>('/portal/search', { query: { q }, signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    meta: { watches: ['article'] },
  })

/** What one box finds, as one types: answers, what can be asked for, one's own matters; and the way on where nothing helps. */
export function Finds({ q }: { q: string }) {
  const say = useSay()
  const lang = useLang()
  const { data, error, refetch } = useFinds(q)
  const catalogue = useCatalogue().data?.items ?? []
  const offers = catalogue.filter((one) =>
    isNear(q, `${one.title} ${one.titleEn ?? ''} ${one.summary} ${one.summaryEn ?? ''}`),
  )
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active />
  const nothing = data.articles.length + data.mine.length + offers.length === 0
  return (
    <div className="svc-finds" aria-live="polite">
      {nothing && <p className="ts-quiet">{say(words.nothing)}</p>}
      {data.articles.length > 0 && (
        <section>
          <h2>{say(words.answers)}</h2>
          <ul className="ts-plain svc-answers">
            {data.articles.map(({ id, number, title, category, beginning }) => (
              <li key={id}>
                <Link to={`/portal/articles/${number}`} search={{ q } as never}>
                  <FileTextOutlined />
                  <span>
                    <b>{title}</b>
                    <small className="ts-quiet">{say(articleWords.choices.category[category])}</small>
                    <small className="ts-quiet svc-beginning">{plain(beginning)}</small>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {offers.length > 0 && (
        <section>
          <h2>{say(words.offers)}</h2>
          <ul className="ts-plain svc-answers">
            {offers.slice(0, 5).map((one) => (
              <li key={one.id}>
                <Link to={`/order/${one.code}`}>
                  <SolutionOutlined />
                  <span>
                    <b>{lang === 'en' && one.titleEn ? one.titleEn : one.title}</b>
                    <small className="ts-quiet">{lang === 'en' && one.summaryEn ? one.summaryEn : one.summary}</small>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {data.mine.length > 0 && (
        <section>
          <h2>{say(words.myFinds)}</h2>
          <ul className="ts-plain svc-matters">
            {data.mine.map((one) => (
              <li key={one.id}>
                <Link to={placeOf(one)}>
                  <b>{one.title}</b>
                  <span className="svc-standing">{say(standingWords[one.state] ?? [one.state, one.state])}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Link to="/portal/report" search={{ what: q } as never} className="svc-tell">
        {say(words.tellUs)} <RightOutlined />
      </Link>
    </div>
  )
}

/** The beginning of a text without its marks. */
const plain = (text: string): string => text.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[#*_`>|-]+/g, ' ')

import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useItem } from '../../../../web/client/hooks.ts'
import { showInstant } from '../../../../web/format/time.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { article } from '../../article/article.record.ts'
import { articleWords } from '../../article/article.words.ts'
import { Markdown } from '../article/Markdown.tsx'
import { Said } from '../article/Said.tsx'
import { usePictures } from '../article/said.ts'
import { Back } from './ReportPage.tsx'
import { portalWords as words } from './words.ts'
import './portal.css'

/** An article as an answer: its text, whether it helped, and the way on where it did not. */
export function AnswerPage() {
  const say = useSay()
  const { key = '' } = useParams({ strict: false }) as { key?: string }
  const { q } = useSearch({ strict: false }) as { q?: string }
  const { data, error, refetch } = useItem(article, key)
  const pictures = usePictures(data?.item.id ?? key)
  useTitle(data?.item.title ?? say(words.title))
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active className="ts-pad" />
  const { id, title, body, category, publishedAt } = data.item
  return (
    <article className="svc-portal">
      <Back />
      <h1>{title}</h1>
      <p className="svc-line ts-quiet">
        <span>{say(articleWords.choices.category[category])}</span>
        {publishedAt && <time dateTime={publishedAt}>{showInstant(publishedAt)}</time>}
      </p>
      <Markdown text={body} pictures={pictures} />
      <Said id={id} asked={q} />
      <Link to="/portal/report" search={(q ? { what: q } : {}) as never} className="svc-tell">
        {say(words.tellUs)}
      </Link>
    </article>
  )
}

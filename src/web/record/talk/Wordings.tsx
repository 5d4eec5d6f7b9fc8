import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { api } from '../../client/api.ts'
import { keyOf } from '../../client/live.ts'
import type { Comment } from '../../client/types.ts'
import type { PageProps } from '../../plugin.ts'
import { LoadFailed } from '../../shell/Broken.tsx'
import { useSay } from '../../shell/lang.tsx'
import { When } from '../When.tsx'
import { differenceOf, type Piece } from './difference.ts'
import { draftOf } from './draft.ts'
import { words } from './words.ts'

interface Version {
  readonly n: number
  readonly at: string
  readonly text: string
}

/** Every wording a comment had, the newest first, each with what it changed of the one before. */
export function Wordings({ entry, row, comment }: Pick<PageProps, 'entry' | 'row'> & { comment: Comment }) {
  const say = useSay()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keyOf(entry.record.name, 'of', row.id, 'comments', comment.id),
    queryFn: ({ signal }) =>
      api.call<{ items: Version[] }>(`/${entry.record.plural}/${row.id}/comments/${comment.id}/versions`, { signal }),
  })
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  if (isPending) return <Skeleton active title={false} paragraph={{ rows: 2 }} />
  const versions = data.items
  return (
    <ol className="ts-wordings" aria-label={say(words.wordings)}>
      {versions.toReversed().map(({ n, at, text }) => (
        <li key={n} value={n}>
          <div className="ts-moment-head">
            {n === 1 && <span className="ts-quiet">{say(words.firstWording)}</span>}
            <When at={at} />
          </div>
          <div className="ts-prose">
            <Pieces pieces={differenceTo(n, plain(text))} />
          </div>
        </li>
      ))}
    </ol>
  )

  function differenceTo(n: number, text: string): Piece[] {
    const before = versions.find((one) => one.n === n - 1)
    return before ? differenceOf(plain(before.text), text) : [{ text, kind: 'same' }]
  }
}

const plain = (kept: string) => draftOf(kept).text

const Pieces = ({ pieces }: { pieces: readonly Piece[] }) =>
  pieces.map(({ text, kind }, at) => {
    if (kind === 'same') return <span key={at}>{text}</span>
    return kind === 'gone' ? <del key={at}>{text}</del> : <ins key={at}>{text}</ins>
  })

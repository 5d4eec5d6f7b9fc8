import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Drawer, Skeleton } from 'antd'
import { api } from '../../../../web/client/api.ts'
import { dateOf } from '../../../../web/format/time.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Line } from '../log/Line.tsx'
import type { LogLine } from '../log/lines.ts'
import { reviewScreenWords as words } from './screen.words.ts'

/** A figure whose lines are asked for. */
export interface Asked {
  readonly title: string
  readonly query: Readonly<Record<string, string>>
}

interface Page {
  readonly items: readonly LogLine[]
  readonly next: string | null
}

/** The lines that a figure counts, day by day. */
export function ReviewedLines(props: { review: string; asked: Asked | undefined; close: () => void }) {
  const { review, asked, close } = props
  const say = useSay()
  const path = `/log-reviews/${review}/lines`
  const found = useInfiniteQuery({
    queryKey: ['call', path, asked?.query],
    queryFn: ({ pageParam, signal }) =>
      api.call<Page>(path, { query: { ...asked?.query, after: pageParam || undefined }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    enabled: asked !== undefined,
  })
  const lines = found.data?.pages.flatMap(({ items }) => items) ?? []
  const days = Map.groupBy(lines, ({ at }) => dateOf(at))
  return (
    <Drawer open={asked !== undefined} onClose={close} size={720} title={asked?.title ?? say(words.linesOf)}>
      {found.error && <LoadFailed error={found.error} retry={() => found.refetch()} />}
      {found.isPending && asked && <Skeleton active />}
      {found.data && lines.length === 0 && <p className="ts-quiet">{say(words.noLines)}</p>}
      {[...days].map(([day, some]) => (
        <section key={day} className="ops-review-day">
          <h3 className="ts-figures">{day}</h3>
          <ol className="ops-lines">
            {some.map((line) => (
              <Line key={line.id} line={line} brief />
            ))}
          </ol>
        </section>
      ))}
      {found.hasNextPage && (
        <Button block type="text" loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </Drawer>
  )
}

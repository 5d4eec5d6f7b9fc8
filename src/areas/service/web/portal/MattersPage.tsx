import { Skeleton } from 'antd'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { MatterList } from './MatterList.tsx'
import { isOver, useMatters } from './matters.ts'
import { Back } from './ReportPage.tsx'
import { portalWords as words } from './words.ts'
import './portal.css'

/** Everything one reported or asked for. */
export function MattersPage() {
  const say = useSay()
  const { data, error, refetch } = useMatters()
  useTitle(say(words.mine))
  const items = data?.items ?? []
  const done = items.filter(isOver)
  return (
    <div className="svc-portal">
      <Back />
      <h1>{say(words.mine)}</h1>
      {error && !data && <LoadFailed error={error} retry={() => refetch()} />}
      {!data && !error && <Skeleton active />}
      {data && (
        <section>
          <h2>{say(words.current)}</h2>
          <MatterList items={items.filter((one) => !isOver(one))} empty={say(words.noneAtAll)} />
        </section>
      )}
      {done.length > 0 && (
        <section>
          <h2>{say(words.done)}</h2>
          <MatterList items={done} />
        </section>
      )}
    </div>
  )
}

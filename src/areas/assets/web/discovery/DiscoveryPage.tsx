import { QuestionCircleOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Empty, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { Chosen } from './Chosen.tsx'
import { HowToReport } from './HowToReport.tsx'
import { MachineCard } from './MachineCard.tsx'
import { type Kind, useWaiting } from './waiting.ts'
import { discoveryWords as words } from './words.ts'
import './discovery.css'

const kinds = ['new', 'changed', 'vanished'] as const

/** `/discovery`: what machines say and the register does not, machine by machine, until somebody decides. */
export function DiscoveryPage() {
  const say = useSay()
  const navigate = useNavigate()
  const { kind } = useSearch({ strict: false }) as { kind?: Kind }
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asksHow, setAsksHow] = useState(false)
  useTitle(say(words.title))
  const found = useWaiting(kind)
  const [first] = found.data?.pages ?? []
  const machines = found.data?.pages.flatMap((page) => page.machines) ?? []
  const choose = (ids: readonly string[], on: boolean) =>
    setChosen((before) => {
      const next = new Set(before)
      for (const id of ids) on ? next.add(id) : next.delete(id)
      return next
    })
  const count = (one: Kind) => {
    const n = first?.counts[one] ?? 0
    return n >= 1_000 ? '1,000+' : String(n)
  }
  return (
    <article className="ts-record ast-discovery">
      <header className="ts-page-head">
        <h1 className="ts-title">{say(words.title)}</h1>
        <Segmented<Kind | 'all'>
          value={kind ?? 'all'}
          onChange={(next) =>
            navigate({ to: '/discovery', search: (next === 'all' ? {} : { kind: next }) as never, replace: true })
          }
          options={[
            { value: 'all', label: say(words.all) },
            ...kinds.map((one) => ({
              value: one,
              label: (
                <>
                  {say(words[one])} <span className="ts-figures ts-quiet">{first && count(one)}</span>
                </>
              ),
            })),
          ]}
        />
        <span className="ts-grow" />
        <Button icon={<QuestionCircleOutlined />} onClick={() => setAsksHow(true)}>
          {say(words.how)}
        </Button>
      </header>
      <Chosen machines={machines} chosen={chosen} onChoose={choose} />
      {found.isPending ? (
        <Skeleton active className="ts-pad" />
      ) : found.isError && !found.data ? (
        <LoadFailed error={found.error} retry={() => found.refetch()} />
      ) : machines.length === 0 ? (
        <Empty description={say(words.nothing)} className="ts-pad" />
      ) : (
        machines.map((one) => (
          <MachineCard key={one.id} machine={one} fields={first?.fields ?? {}} chosen={chosen} onChoose={choose} />
        ))
      )}
      {found.hasNextPage && (
        <Button type="text" loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
      <HowToReport open={asksHow} onClose={() => setAsksHow(false)} />
    </article>
  )
}

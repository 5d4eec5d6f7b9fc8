import { FileExcelOutlined, FilePdfOutlined, MobileOutlined, TeamOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Progress as Bar, Button, Card, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import type { RowOf } from '../../../../record/record.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import { keyOf } from '../../../../web/client/live.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { stocktake } from '../../stocktake/stocktake.record.ts'
import { Counters } from './Counters.tsx'
import { Differences } from './Differences.tsx'
import { ByCounter, ByPlace, Results } from './Figures.tsx'
import { Odd } from './Odd.tsx'
import type { Progress } from './shapes.ts'
import { stocktakingWords as words } from './words.ts'
import './stocktake.css'

type Stocktake = RowOf<typeof stocktake>

/** A stocktake as it goes: how far it is, by place and by counter, what is odd, and what is done about the differences. */
export function AboutStocktake({ row, refs }: PageProps) {
  const take = row as unknown as Stocktake
  const { data, error, refetch } = useCall<Progress>(`/stocktakes/${take.id}/progress`, {}, [
    'stocktake',
    'stocktake-count',
    'stocktake-difference',
  ])
  const open = data?.open
  const queries = useQueryClient()
  // Whether it may be submitted hangs on its differences, of which its own row knows nothing.
  useEffect(() => {
    if (open !== undefined) void queries.invalidateQueries({ queryKey: keyOf(stocktake.name, 'item') })
  }, [open, queries])
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active className="ts-pad" paragraph={{ rows: 5 }} />
  const hasBegun = take.startedAt !== null
  const isCounted = ['settling', 'in-approval', 'done'].includes(take.state)
  return (
    <>
      <HowFar take={take} progress={data} row={row} refs={refs} />
      {isCounted && <Results figures={data.figures} />}
      {isCounted && <Differences take={take} open={data.open} />}
      {hasBegun && (
        <div className="stk-pair">
          <ByPlace figures={data.figures} refs={data.refs} />
          <ByCounter figures={data.figures} refs={data.refs} />
        </div>
      )}
      <Odd progress={data} />
    </>
  )
}

interface HowFarProps extends Pick<PageProps, 'row' | 'refs'> {
  readonly take: Stocktake
  readonly progress: Progress
}

function HowFar({ take, progress, row, refs }: HowFarProps) {
  const say = useSay()
  const lang = useLang()
  const navigate = useNavigate()
  const me = useSession().person.id
  const [changing, setChanging] = useState(false)
  const { counted, figures, foreseen } = progress
  const expected = figures.places.reduce((sum, one) => sum + one.expected, 0)
  const file = (format: string) => `/api/stocktakes/${take.id}/${format}?lang=${lang}`
  const mayChange = row.can?.['finish'] === true || row.can?.['start'] === true || row.can?.['resume'] === true
  return (
    <Card size="small" title={say(words.progress)} extra={<Files file={file} shown={take.startedAt !== null} />}>
      {foreseen !== null ? (
        <p>
          {say(words.foreseen)} <b className="ts-figures">{foreseen.toLocaleString('en-US')}</b> {say(words.assets)}
        </p>
      ) : (
        <div className="stk-far">
          <Bar
            percent={expected === 0 ? 0 : Math.floor((100 * counted) / expected)}
            status={counted === expected && expected > 0 ? 'success' : 'normal'}
            aria-label={say(words.progress)}
          />
          <span className="ts-figures">
            <b>{counted.toLocaleString('en-US')}</b> / {expected.toLocaleString('en-US')}
          </span>
        </div>
      )}
      {take.state === 'counting' && counted === 0 && <Alert type="info" showIcon title={say(words.nothingYet)} />}
      <div className="stk-do">
        {take.state === 'counting' && take.counters.includes(me) && (
          <Button type="primary" icon={<MobileOutlined />} onClick={() => navigate({ to: `/count/${take.number}` })}>
            {say(words.countNow)}
          </Button>
        )}
        {mayChange && (
          <Button icon={<TeamOutlined />} onClick={() => setChanging(true)}>
            {say(words.changeCounters)}
          </Button>
        )}
      </div>
      {changing && <Counters take={take} refs={refs} onClose={() => setChanging(false)} />}
    </Card>
  )
}

function Files({ file, shown }: { file: (format: string) => string; shown: boolean }) {
  if (!shown) return null
  return (
    <span className="stk-files">
      <Button size="small" icon={<FilePdfOutlined />} href={file('pdf')}>
        PDF
      </Button>
      <Button size="small" icon={<FileExcelOutlined />} href={file('xlsx')}>
        Excel
      </Button>
    </span>
  )
}

import { Link, useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useItem } from '../client/hooks.ts'
import { pagePartsOf, useEntry, useParts } from '../context.ts'
import { spoken } from '../format/spoken.ts'
import type { PageProps } from '../plugin.ts'
import { LoadFailed } from '../shell/Broken.tsx'
import { useLang, useSay } from '../shell/lang.tsx'
import { lazily } from '../shell/lazily.tsx'
import { useTitle } from '../shell/title.ts'
import { Body } from './Body.tsx'
import { PrintButton, Printed } from './Print.tsx'
import { Side } from './Side.tsx'
import { Timeline } from './Timeline.tsx'
import { Track } from './Track.tsx'
import { VerbButtons } from './VerbButtons.tsx'
import { Watch } from './Watch.tsx'

/** The page of a record at `/{plural}/{idOrNumber}`: generic, with what its area puts into it. */
export function RecordPage({ record: name }: { record: string }) {
  const { key = '' } = useParams({ strict: false }) as { key?: string }
  const entry = useEntry(name)
  const { areas } = useParts()
  const parts = pagePartsOf(areas, name)
  const found = useItem(entry.record, key, parts.watches)
  if (found.isPending) return <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
  if (found.isError) return <LoadFailed error={found.error} retry={() => found.refetch()} />
  const props = { entry, row: found.data.item, refs: found.data.refs }
  if (parts.whole) {
    const Whole = lazily(parts.whole)
    return <Whole {...props} />
  }
  return <GenericPage {...props} />
}

function GenericPage({ entry, row, refs }: PageProps) {
  const { areas } = useParts()
  const { above, body, side } = pagePartsOf(areas, entry.record.name)
  const Above = above && lazily(above)
  const Fields = body ? lazily(body) : Body
  const FirstAside = side && lazily(side)
  const props = { entry, row, refs }
  return (
    <article className="ts-record">
      <PageHead {...props} />
      <div className="ts-columns-2">
        <div className="ts-main">
          {Above && <Above {...props} />}
          <Fields {...props} />
          <Timeline {...props} />
        </div>
        <aside className="ts-aside">
          {FirstAside && <FirstAside {...props} />}
          <Side {...props} />
        </aside>
      </div>
    </article>
  )
}

/** Number, name, lifecycle and verbs: the same on top of every record, generic or special. */
export function PageHead({ entry, row, refs, only }: PageProps & { only?: readonly string[] }) {
  const say = useSay()
  const title = String(spoken(row, useLang())[entry.record.label] ?? '')
  useTitle(`${row.number} ${title}`)
  return (
    <header className="ts-record-head">
      <div className="ts-crumb">
        <Link to={`/${entry.record.plural}`}>{say(entry.words.plural)}</Link>
        <span className="ts-number">{row.number}</span>
      </div>
      <div className="ts-page-head">
        <h1 className="ts-title">{title}</h1>
        <span className="ts-grow" />
        <VerbButtons entry={entry} row={row} refs={refs} {...(only ? { only } : {})} />
        {!entry.record.appendOnly && <Watch entry={entry} row={row} refs={refs} />}
        <PrintButton record={entry.record} id={row.id} />
      </div>
      <Track entry={entry} row={row} />
      <Printed />
    </header>
  )
}

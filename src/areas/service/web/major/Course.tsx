import { Link } from '@tanstack/react-router'
import { Card, Skeleton } from 'antd'
import { partsOf } from '../../../../record/mention.ts'
import type { Words } from '../../../../record/words.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import type { Refs } from '../../../../web/client/types.ts'
import { useParts } from '../../../../web/context.ts'
import { showInstant } from '../../../../web/format/time.ts'
import { doneWords } from '../../../../web/record/timeline.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { majorScreenWords as words } from './words.ts'

interface Moment {
  readonly at: string
  readonly record: string
  readonly id: string
  readonly number: string
  readonly verb: string
  readonly by: string | null
  readonly byName: string
  readonly state: string | null
  readonly text: string | null
  readonly textEn: string | null
}

/** How it went, from the journals of all that belongs to it; oldest first, as a report is read. */
export function Course({ id }: { id: string }) {
  const say = useSay()
  const { data, error, refetch } = useCall<{ items: readonly Moment[]; refs: Refs }>(
    `/major-incidents/${id}/timeline`,
    {},
    ['major-incident', 'incident', 'incident-update', 'alarm', 'run', 'review'],
  )
  return (
    <Card size="small" title={say(words.course)} extra={<span className="ts-quiet">{say(words.courseHint)}</span>}>
      {error && !data && <LoadFailed error={error} retry={() => refetch()} />}
      {!data && !error && <Skeleton active title={false} />}
      <ol className="ts-plain svc-course">
        {data?.items.map((moment) => (
          <li key={`${moment.at}${moment.id}${moment.verb}`} className={moment.text ? 'has-words' : ''}>
            <OneMoment moment={moment} refs={data.refs} />
          </li>
        ))}
      </ol>
    </Card>
  )
}

function OneMoment({ moment, refs }: { moment: Moment; refs: Refs }) {
  const say = useSay()
  const lang = useLang()
  const { registry } = useParts()
  const entry = registry.get(moment.record)
  const state = (entry.words.states as Record<string, Words>)[moment.state ?? '']
  const said = lang === 'en' ? (moment.textEn ?? moment.text) : moment.text
  return (
    <>
      <time dateTime={moment.at} className="ts-figures ts-quiet">
        {showInstant(moment.at, true).slice(5)}
      </time>
      <span>
        {moment.by ? <RefLink id={moment.by} refs={refs} /> : <span className="ts-quiet">{say(words.system)}</span>}{' '}
        {say(doneWords(entry, moment.verb))}{' '}
        <Link to={`/${entry.record.plural}/${moment.number}`} className="ts-ref">
          {say(entry.words.name)} {moment.number}
        </Link>
        {state && moment.verb !== 'create' && <span className="ts-quiet"> → {say(state)}</span>}
        {said && (
          <span className="svc-course-said">
            {partsOf(said)
              .map((part) => (typeof part === 'string' ? part : `@${part.name}`))
              .join('')}
          </span>
        )}
      </span>
    </>
  )
}

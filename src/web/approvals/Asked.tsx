import { Card, Descriptions, Skeleton } from 'antd'
import type { Entry } from '../../record/registry.ts'
import type { Refs } from '../client/types.ts'
import { useParts } from '../context.ts'
import { shownOf } from '../format/value.ts'
import { LoadFailed } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { FieldShow, isEmpty } from '../widgets/index.tsx'
import { RefLink } from '../widgets/link.tsx'
import { useApproval, type Whole } from './approvals.ts'
import { approvalWords as words } from './words.ts'

/** What an approval asks, in the dialog where it is signed: nobody signs what does not stand before them. */
export function Asked({ id }: { id: string }) {
  const { registry } = useParts()
  const { data, error, refetch } = useApproval(id)
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active />
  const props = { approval: data.item, entry: registry.get(data.item.record), refs: data.refs }
  return (
    <div className="ts-signed">
      <Given {...props} />
      <Before {...props} />
    </div>
  )
}

interface PartProps {
  readonly approval: Whole
  readonly entry: Entry
  readonly refs: Refs
}

/** What whoever asked filled in for the verb: the news. */
export function Given({ approval: { given }, entry, refs }: PartProps) {
  const say = useSay()
  const names = Object.keys(given).filter((name) => !isEmpty(given[name]))
  if (names.length === 0) return null
  return (
    <Card size="small" title={say(words.given)}>
      <Fields names={names} row={given} entry={entry} refs={refs} />
    </Card>
  )
}

/** The record as it stood, as far as it holds anything. */
export function Before({ approval: { shown, given, recordId }, entry, refs }: PartProps) {
  const say = useSay()
  const names = ['state', ...Object.keys(entry.record.fields)].filter(
    (name) => !(name in given) && !isEmpty(shown[name]),
  )
  return (
    <Card
      size="small"
      title={`${say(words.shown)} · ${String(shown['number'])}`}
      extra={refs[recordId] && <RefLink id={recordId} refs={refs} />}
    >
      <Fields names={names} row={shown} entry={entry} refs={refs} />
    </Card>
  )
}

function Fields({
  names,
  row,
  entry,
  refs,
}: {
  names: readonly string[]
  row: Readonly<Record<string, unknown>>
  entry: Entry
  refs: Refs
}) {
  const say = useSay()
  const label = (name: string) => say(shownOf(entry, name)?.label ?? [name, name])
  return (
    <Descriptions
      size="small"
      column={1}
      items={names.map((name) => ({
        key: name,
        label: label(name),
        children: <FieldShow entry={entry} name={name} row={row} refs={refs} />,
      }))}
    />
  )
}

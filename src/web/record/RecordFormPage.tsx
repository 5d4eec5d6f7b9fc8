import { Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useState } from 'react'
import { useCreate, useItem, useUpdate } from '../client/hooks.ts'
import type { Item } from '../client/types.ts'
import { begunAtOf, useEntry, useParts } from '../context.ts'
import { LoadFailed } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { words } from '../words.ts'
import { changedBody, createBody, formFields } from './body.ts'
import { RecordForm } from './RecordForm.tsx'

/** `/incidents/new` and `/incidents/{number}/edit`. */
export function RecordFormPage({ record }: { record: string }) {
  const { key } = useParams({ strict: false }) as { key?: string }
  const begun = begunAtOf(useParts().areas, useEntry(record).record)
  if (key !== undefined) return <EditRecord record={record} at={key} />
  return begun.endsWith('/new') ? <NewRecord record={record} /> : <Navigate to={begun} replace />
}

/** A new record; fields named in the address are filled in already (`/incidents/new?service=…`). */
function NewRecord({ record: name }: { record: string }) {
  const say = useSay()
  const entry = useEntry(name)
  const navigate = useNavigate()
  const create = useCreate(entry.record)
  const search = useSearch({ strict: false }) as Record<string, string>
  const names = formFields(entry.record, true)
  const given = Object.fromEntries(
    Object.entries(search)
      .filter(([field]) => names.includes(field))
      .map(([field, text]) => [field, entry.record.fields[field]?.kind === 'links' ? [text].flat() : text]),
  )
  return (
    <RecordForm
      entry={entry}
      given={given}
      title={`${say(words.create)} · ${say(entry.words.name)}`}
      save={(values) => create.mutateAsync(createBody(values) as never)}
      onSaved={({ item }) => navigate({ to: `/${entry.record.plural}/${item.number}`, replace: true })}
      onCancel={() => navigate({ to: `/${entry.record.plural}` })}
      onReload={() => {}}
    />
  )
}

function EditRecord({ record: name, at }: { record: string; at: string }) {
  const entry = useEntry(name)
  const found = useItem(entry.record, at)
  if (found.isPending) return <Skeleton active className="ts-pad" />
  if (found.isError) return <LoadFailed error={found.error} retry={() => found.refetch()} />
  return (
    <EditForm
      name={name}
      at={at}
      found={found.data}
      reload={async () => (await found.refetch({ throwOnError: true })).data ?? found.data}
    />
  )
}

interface EditFormProps {
  readonly name: string
  readonly at: string
  readonly found: Item
  readonly reload: () => Promise<Item>
}

function EditForm({ name, at, found, reload }: EditFormProps) {
  const entry = useEntry(name)
  const navigate = useNavigate()
  // A live change must not slip under what is being typed: the form keeps the version it began with.
  const [{ item, refs }, setBegun] = useState(found)
  const update = useUpdate(entry.record, item.id)
  const back = () => navigate({ to: `/${entry.record.plural}/${at}`, replace: true })
  return (
    <RecordForm
      key={item.version}
      entry={entry}
      row={item}
      refs={refs}
      title={`${item.number} ${item[entry.record.label] ?? ''}`}
      save={(values) => update.mutateAsync({ version: item.version, ...changedBody(item, values) } as never)}
      onSaved={back}
      onCancel={back}
      onReload={async () => setBegun(await reload())}
    />
  )
}

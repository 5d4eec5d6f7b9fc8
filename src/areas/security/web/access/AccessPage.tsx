import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { api } from '../../../../web/client/api.ts'
import { keyOf } from '../../../../web/client/live.ts'
import type { Refs } from '../../../../web/client/types.ts'
import { useEntry } from '../../../../web/context.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { LinkPicker } from '../../../../web/widgets/LinkPicker.tsx'
import { titles } from '../titles.words.ts'
import { AccessTable } from './AccessTable.tsx'
import type { Whose } from './access.ts'
import { accessWords as words } from './words.ts'

/** `/access?person=…&system=…&on=2026-06-30`: who can do what, both ways, on any day. */
export function AccessPage() {
  const say = useSay()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Whose
  useTitle(say(titles.access))
  const go = (next: Whose) => navigate({ to: '/access' as '/', search: { ...search, ...next } as never, replace: true })
  return (
    <div className="acc-page">
      <div className="ts-list-head">
        <h1 className="ts-title">{say(titles.access)}</h1>
        <span className="ts-quiet">{say(words.intro)}</span>
        <span className="ts-grow" />
        <Link to={'/access/ask' as '/'}>
          <Button type="primary" icon={<PlusOutlined />}>
            {say(words.ask)}
          </Button>
        </Link>
      </div>
      <div className="acc-bar">
        <Pick to="person" chosen={search.person} label={say(words.person)} onChange={(person) => go({ person })} />
        <Pick
          to="access-system"
          chosen={search.system}
          label={say(words.system)}
          onChange={(system) => go({ system, right: undefined })}
        />
        <DatePicker
          aria-label={say(words.on)}
          placeholder={say(words.today)}
          value={search.on ? dayjs(String(search.on)) : null}
          onChange={(day) => go({ on: day ? day.format('YYYY-MM-DD') : undefined })}
        />
      </div>
      <AccessTable whose={{ person: search.person, system: search.system, right: search.right, on: search.on }} />
    </div>
  )
}

interface PickProps {
  readonly to: string
  readonly chosen: string | undefined
  readonly label: string
  readonly onChange: (id: string | undefined) => void
}

/** Narrows to one record, whose name an address that was shared does not say. */
function Pick({ to, chosen, label, onChange }: PickProps) {
  const { record } = useEntry(to)
  const { data } = useQuery({
    queryKey: keyOf(to, 'item', chosen ?? ''),
    queryFn: ({ signal }) => api.get(record, chosen as string, signal),
    enabled: chosen !== undefined,
  })
  const refs: Refs =
    chosen && data
      ? { [chosen]: { record: to, number: data.item.number, label: String(data.item[record.label as 'id']) } }
      : {}
  return (
    // The picker has the label's words as its own name.
    <span className="acc-pick">
      <span className="ts-quiet" aria-hidden>
        {label}
      </span>
      <LinkPicker to={to} refs={refs} value={chosen ? [chosen] : []} label={label} onChange={([id]) => onChange(id)} />
    </span>
  )
}

import { Link, useNavigate } from '@tanstack/react-router'
import { Card, Empty, Skeleton, Table, Tag } from 'antd'
import { role } from '../../../record/rule.ts'
import type { Words } from '../../../record/words.ts'
import { useCall } from '../../../web/client/hooks.ts'
import { useSession } from '../../../web/client/session.ts'
import { useParts } from '../../../web/context.ts'
import { showInstant } from '../../../web/format/time.ts'
import { mayEver } from '../../../web/shell/access.ts'
import { LoadFailed } from '../../../web/shell/Broken.tsx'
import { useSay } from '../../../web/shell/lang.tsx'
import { useTitle } from '../../../web/shell/title.ts'
import { LinkPicker } from '../../../web/widgets/LinkPicker.tsx'
import { DirectorySync } from './DirectorySync.tsx'
import { LeaverApprovals, type WaitingApproval } from './LeaverApprovals.tsx'
import { leaverWords as words } from './words.ts'

interface Leaver {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly employeeNo: string
  readonly leftAt: string | null
  readonly by: string | null
  readonly roles: readonly string[]
  readonly posts: readonly string[]
  readonly open: readonly { record: string; field: string; count: number }[]
  readonly approvals: readonly WaitingApproval[]
}

/** Who has left, and what still hangs on them; above it, what the directory said of late. */
export function Leavers() {
  const say = useSay()
  const session = useSession()
  const navigate = useNavigate()
  const { data, error, refetch } = useCall<{ items: Leaver[] }>('/leavers', {}, ['person'])
  useTitle(say(words.title))
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  return (
    <div className="ts-pad">
      <div className="org-leavers-head ts-gap">
        <h1 className="ts-title">{say(words.title)}</h1>
        <LinkPicker
          to="person"
          refs={{}}
          value={[]}
          label={say(words.whose)}
          onChange={([id]) => id && navigate({ to: `/leavers/${id}` as '/' })}
        />
      </div>
      {mayEver(role('admin', 'auditor'), session) && <DirectorySync />}
      <Card size="small" title={say(words.leavers)}>
        {!data && <Skeleton active title={false} />}
        {data?.items.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.nobody)} />}
        {data && data.items.length > 0 && <List items={data.items} />}
      </Card>
    </div>
  )
}

function List({ items }: { items: readonly Leaver[] }) {
  const say = useSay()
  return (
    <Table<Leaver>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={[...items]}
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: say(words.person),
          render: (_, { number, name, employeeNo }) => (
            <>
              <Link to={`/people/${number}` as '/'}>{name}</Link> <span className="ts-quiet">{employeeNo}</span>
            </>
          ),
        },
        {
          title: say(words.left),
          render: (_, { leftAt }) => <span className="ts-figures">{leftAt && showInstant(leftAt)}</span>,
        },
        {
          title: say(words.by),
          render: (_, { by }) => (by === 'directory-sync' ? say(words.directorySync) : by),
        },
        {
          title: say(words.held),
          render: (_, { roles, posts }) => <Named names={[...roles, ...posts]} />,
        },
        { title: say(words.open), render: (_, { open }) => <OpenWork open={open} /> },
        {
          title: '',
          render: (_, { id }) => <Link to={`/leavers/${id}` as '/'}>{say(words.see)}</Link>,
        },
        { title: say(words.approvals), render: (_, { approvals }) => <LeaverApprovals approvals={approvals} /> },
      ]}
    />
  )
}

function Named({ names }: { names: readonly string[] }) {
  const say = useSay()
  if (names.length === 0) return <span className="ts-quiet">{say(words.nothing)}</span>
  return names.map((name) => <Tag key={name}>{name}</Tag>)
}

function OpenWork({ open }: { open: Leaver['open'] }) {
  const say = useSay()
  const { registry } = useParts()
  if (open.length === 0) return <span className="ts-quiet">{say(words.nothing)}</span>
  return open.map(({ record, field, count }) => {
    const { words: own } = registry.get(record)
    const label = (own.fields as Record<string, Words>)[field] ?? [field, field]
    return (
      <div key={`${record} ${field}`}>
        {say(own.name)} · {say(label)} <b className="ts-figures">{count}</b>
      </div>
    )
  })
}

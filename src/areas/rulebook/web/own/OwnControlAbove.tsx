import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Card, Skeleton } from 'antd'
import type { RowOf } from '../../../../record/record.ts'
import { api } from '../../../../web/client/api.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed, useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { ownControl } from '../../own-control/own-control.record.ts'
import { Previewed, type PreviewShown } from '../Previewed.tsx'
import { rulebookWords as words } from '../words.ts'
import '../rulebook.css'

/** Of an edition that is not in effect yet: what it would find today. Of one that is: the way to what it finds, and to the next. */
export function OwnControlAbove({ row }: PageProps) {
  const say = useSay()
  const one = row as unknown as RowOf<typeof ownControl>
  const isOpen = one.state === 'draft' || one.state === 'in-review'
  return (
    <>
      <p className="rul-acts">
        {one.state === 'effective' && (
          <Link to={`/controls/${one.code}`}>
            {say(words.standing)} {one.code}
          </Link>
        )}
        {row.can?.['new-edition'] === true && (one.state === 'effective' || one.state === 'withdrawn') && (
          <NewEdition id={one.id} />
        )}
      </p>
      {isOpen && <Preview id={one.id} version={one.version} record={one.record} />}
    </>
  )
}

function NewEdition({ id }: { id: string }) {
  const say = useSay()
  const text = useProblemText()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const make = () =>
    api
      .call<{ number: string }>(`/own-controls/${id}/new-edition`, { method: 'POST', body: {} })
      .then(({ number }) => navigate({ to: `/own-controls/${number}` }))
      .catch((problem) => message.error(text(problem)))
  return (
    <Button size="small" onClick={make}>
      {say(words.newEdition)}
    </Button>
  )
}

function Preview({ id, version, record }: { id: string; version: number; record: string }) {
  const say = useSay()
  const { data, error, refetch } = useCall<PreviewShown>(`/own-controls/${id}/preview`, {}, [record, 'own-control'])
  return (
    <Card key={version} size="small" title={say(words.wouldFind)} className="ts-gap">
      {error && !data ? (
        <LoadFailed error={error} retry={() => refetch()} />
      ) : data ? (
        <Previewed found={data} />
      ) : (
        <Skeleton active paragraph={{ rows: 3 }} />
      )}
    </Card>
  )
}

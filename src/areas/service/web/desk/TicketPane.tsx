import { ArrowLeftOutlined, EyeOutlined } from '@ant-design/icons'
import { Alert, Button, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { useItem } from '../../../../web/client/hooks.ts'
import { Clocks } from '../../../../web/clocks/Clocks.tsx'
import { pagePartsOf, useEntry, useParts } from '../../../../web/context.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { Body } from '../../../../web/record/Body.tsx'
import { PageHead } from '../../../../web/record/RecordPage.tsx'
import { Timeline } from '../../../../web/record/Timeline.tsx'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { lazily } from '../../../../web/shell/lazily.tsx'
import { AboutIncident } from '../incident/AboutIncident.tsx'
import { KnownErrors } from '../problem/KnownErrors.tsx'
import { kindOf, leave, usePresence } from './desk.ts'
import { Macros } from './Macros.tsx'
import { deskWords as words } from './words.ts'

/** The ticket in hand: what it is, what to do, what was said, and who else is at it. */
export function TicketPane({ at, onBack }: { at: string; onBack: () => void }) {
  const say = useSay()
  const entry = useEntry(kindOf(at))
  const found = useItem(entry.record, at)
  const typing = useTyping()
  if (found.isPending) return <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
  if (found.isError) return <LoadFailed error={found.error} retry={() => found.refetch()} />
  const props = { entry, row: found.data.item, refs: found.data.refs }
  return (
    <div className="svc-ticket-pane">
      <Button className="svc-desk-back" icon={<ArrowLeftOutlined />} onClick={onBack}>
        {say(words.back)}
      </Button>
      <PageHead {...props} />
      <Others record={entry.record.name} id={props.row.id} typing={typing} />
      {entry.record.name === 'incident' ? <Incident {...props} /> : <OfItsKind {...props} />}
      <Clocks {...props} />
      <Timeline {...props} />
    </div>
  )
}

function Incident(props: PageProps) {
  return (
    <>
      <div className="svc-tools">
        <Macros {...props} />
      </div>
      <AboutIncident {...props} />
      <KnownErrors {...props} />
    </>
  )
}

/** What stands on its own page. */
function OfItsKind(props: PageProps) {
  const { areas } = useParts()
  const { above, body } = pagePartsOf(areas, props.entry.record.name)
  const Above = above && lazily(above)
  const Fields = body ? lazily(body) : Body
  return (
    <>
      {Above && <Above {...props} />}
      <Fields {...props} />
    </>
  )
}

/** Two who answer at once answer twice: who else is here is said before one writes. */
function Others({ record, id, typing }: { record: string; id: string; typing: boolean }) {
  const say = useSay()
  const others = usePresence(record, id, typing).data?.others ?? []
  useEffect(() => {
    const go = () => leave(record, id)
    window.addEventListener('pagehide', go)
    return () => {
      window.removeEventListener('pagehide', go)
      go()
    }
  }, [record, id])
  if (others.length === 0) return null
  const said = others.map(({ name, typing: types }) => `${name} ${say(types ? words.typing : words.looking)}`)
  return (
    <Alert
      className="ts-gap svc-others"
      type={others.some((one) => one.typing) ? 'warning' : 'info'}
      showIcon
      icon={<EyeOutlined />}
      title={said.join(' · ')}
    />
  )
}

/** Is a text being written on this screen? */
function useTyping(): boolean {
  const [typing, setTyping] = useState(false)
  useEffect(() => {
    const follow = ({ type, target }: FocusEvent) => {
      if (target instanceof HTMLTextAreaElement) setTyping(type === 'focusin')
    }
    window.addEventListener('focusin', follow)
    window.addEventListener('focusout', follow)
    return () => {
      window.removeEventListener('focusin', follow)
      window.removeEventListener('focusout', follow)
    }
  }, [])
  return typing
}

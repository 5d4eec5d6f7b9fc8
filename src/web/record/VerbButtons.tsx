import { EditOutlined, EllipsisOutlined } from '@ant-design/icons'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown, Tooltip } from 'antd'
import { useState } from 'react'
import type { Entry } from '../../record/registry.ts'
import { useTellAsked } from '../approvals/asked.ts'
import { useAct } from '../client/hooks.ts'
import type { Refs, Row } from '../client/types.ts'
import { useProblemText } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { words } from '../words.ts'
import { VerbForm } from './VerbForm.tsx'
import { aheadOf, askedBy, type Offer, offersOf } from './verbs.ts'

/** As many verbs as stand beside a title; further ones are in the menu. */
const beside = 3

interface VerbButtonsProps {
  readonly entry: Entry
  readonly row: Row
  readonly refs: Refs
  /** Only these verbs, where a special screen places others itself. */
  readonly only?: readonly string[]
}

/** What may be done with a record now. A refused verb stays in sight and says why. */
export function VerbButtons({ entry, row, refs, only }: VerbButtonsProps) {
  const say = useSay()
  const text = useProblemText()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const tellAsked = useTellAsked()
  const act = useAct(entry.record, row.id)
  const [asking, setAsking] = useState<string>()
  const offers = offersOf(entry, row).filter(({ verb }) => !only || only.includes(verb))
  const start = ({ verb, refused }: Offer) => {
    if (refused !== undefined) return
    const { names, sign } = askedBy(entry.record, verb)
    if (names.length > 0 || sign) setAsking(verb)
    else
      act.mutate(
        { verb, body: { version: row.version } },
        { onSuccess: tellAsked, onError: (problem) => message.error(text(problem)) },
      )
  }
  const update = row.can?.['update']
  const ahead = aheadOf(entry.record, row.state)
  return (
    <div className="ts-verbs">
      {offers.slice(0, beside).map((offer) => (
        <VerbButton
          key={offer.verb}
          offer={offer}
          why={{ record: entry.record.name, id: row.id, act: offer.verb }}
          primary={offer.verb === ahead}
          busy={act.isPending && act.variables.verb === offer.verb}
          onClick={() => start(offer)}
        />
      ))}
      {update === true && !only && (
        <Button
          icon={<EditOutlined />}
          onClick={() => navigate({ to: `/${entry.record.plural}/${row.number}/edit` })}
          aria-label={say(words.edit)}
          title={say(words.edit)}
        />
      )}
      {offers.length > beside && (
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{
            items: offers.slice(beside).map((offer) => ({
              key: offer.verb,
              disabled: offer.refused !== undefined,
              label: <MoreVerb offer={offer} />,
              onClick: () => start(offer),
            })),
          }}
        >
          <Button icon={<EllipsisOutlined />} aria-label={say(words.more)} />
        </Dropdown>
      )}
      {asking && (
        <VerbForm entry={entry} row={row} refs={refs} verb={asking} onClose={() => setAsking(undefined)} key={asking} />
      )}
    </div>
  )
}

interface VerbButtonProps {
  readonly offer: Offer
  /** The question whose answer says more. */
  readonly why: Readonly<Record<'record' | 'id' | 'act', string>>
  readonly primary: boolean
  readonly busy: boolean
  readonly onClick: () => void
}

/** Refused ones keep their place in the tab order, so that the reason can be reached by keyboard too. */
function VerbButton({ offer: { words: label, refused }, why, primary, busy, onClick }: VerbButtonProps) {
  const say = useSay()
  if (refused !== undefined) {
    return (
      <Tooltip
        title={
          <>
            {refused}{' '}
            <Link to="/why" search={why as never} className="ts-why">
              {say(words.why)}
            </Link>
          </>
        }
        trigger={['hover', 'focus', 'click']}
      >
        <Button aria-disabled className="is-refused">
          {say(label)}
        </Button>
      </Tooltip>
    )
  }
  return (
    <Button type={primary ? 'primary' : 'default'} loading={busy} onClick={onClick}>
      {say(label)}
    </Button>
  )
}

function MoreVerb({ offer: { words, refused } }: { offer: Offer }) {
  const say = useSay()
  return (
    <>
      {say(words)}
      {refused && <div className="ts-quiet ts-reason">{refused}</div>}
    </>
  )
}

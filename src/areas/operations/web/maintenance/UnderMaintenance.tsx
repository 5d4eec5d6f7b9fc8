import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useCall } from '../../../../web/client/hooks.ts'
import { showInstant } from '../../../../web/format/time.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import type { Held } from '../../maintenance-window/held.rules.ts'
import { heldWords, maintenanceWords as words } from './words.ts'

interface Answer {
  readonly window: { readonly number: string; readonly title: string; readonly endsAt: string } | null
  readonly held: readonly Held[]
}

/** On a component's page while it is worked on: until when, and what was held back of it. */
export function UnderMaintenance({ component }: { component: string }) {
  const say = useSay()
  const lang = useLang()
  const watches = ['maintenance-window', 'event']
  const { data } = useCall<Answer>(`/components/${component}/maintenance`, {}, watches)
  if (!data?.window) return null
  const { number, title, endsAt } = data.window
  return (
    <Alert
      type="info"
      showIcon
      className="ts-gap"
      title={
        <>
          {say(words.under)}{' '}
          <Link to={`/maintenance-windows/${number}`} className="ts-ref">
            {title}
          </Link>{' '}
          {say(words.until)} <span className="ts-figures">{showInstant(endsAt)}</span> ·{' '}
          {say(heldWords(data.held.length))}
        </>
      }
      description={
        data.held.length > 0 && (
          <ul className="ts-plain">
            {data.held.map((one) => (
              <li key={one.key}>{lang === 'en' ? one.titleEn : one.title}</li>
            ))}
          </ul>
        )
      }
    />
  )
}

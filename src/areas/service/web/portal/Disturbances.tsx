import { Alert } from 'antd'
import { useCall } from '../../../../web/client/hooks.ts'
import { showInstant } from '../../../../web/format/time.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { portalWords as words } from './words.ts'

interface Status {
  readonly items: readonly {
    readonly number: string
    readonly title: string
    readonly titleEn: string | null
    readonly startedAt: string
    readonly endedAt: string | null
    readonly updates: readonly { readonly text: string; readonly textEn: string | null }[]
  }[]
}

/** What the house knows of already, so that nobody has to report it again. */
export function Disturbances() {
  const say = useSay()
  const lang = useLang()
  const { data } = useCall<Status>('/status', {}, ['major-incident', 'incident-update'])
  const now = (data?.items ?? []).filter(({ endedAt }) => endedAt === null)
  const said = (zh: string, en: string | null) => (lang === 'en' && en ? en : zh)
  return now.map(({ number, title, titleEn, startedAt, updates: [latest] }) => (
    <Alert
      key={number}
      type="warning"
      showIcon
      className="ts-gap"
      title={`${say(words.disturbed)}:${said(title, titleEn)}`}
      description={
        <>
          <span className="ts-quiet ts-figures">
            {say(words.since)} {showInstant(startedAt)}
          </span>
          {latest && <p>{said(latest.text, latest.textEn)}</p>}
        </>
      }
    />
  ))
}

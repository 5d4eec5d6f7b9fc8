import { Card, Skeleton } from 'antd'
import { useItem } from '../../../../web/client/hooks.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { undertakingText } from '../../undertaking-text/undertaking-text.record.ts'
import { protectionScreenWords as words } from './words.ts'
import './protection.css'

/** What is signed, word for word, before the verb that signs it. */
export function AboutUndertaking({ row }: PageProps) {
  const say = useSay()
  const lang = useLang()
  const { data, error, refetch } = useItem(undertakingText, String(row['text']))
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active className="ts-pad" paragraph={{ rows: 6 }} />
  const { title, titleEn, text, textEn, lasting } = data.item
  return (
    <Card size="small" title={lang === 'en' ? (titleEn ?? title) : title}>
      <p className="ts-prose sec-text">{lang === 'en' ? (textEn ?? text) : text}</p>
      <p className="sec-text">
        <span className="ts-quiet">{say(words.lasting)}</span> {lasting}
      </p>
      <p className="ts-quiet ts-figures">
        {say(words.digest)} {String(row['digest'])}
      </p>
    </Card>
  )
}

import { Skeleton } from 'antd'
import { useItem } from '../../../web/client/hooks.ts'
import type { PageProps } from '../../../web/plugin.ts'
import { Body } from '../../../web/record/Body.tsx'
import { LoadFailed } from '../../../web/shell/Broken.tsx'
import { useLang } from '../../../web/shell/lang.tsx'
import { policy } from '../policy/policy.record.ts'
import { readingCampaign } from '../reading-campaign/reading-campaign.record.ts'
import { Clauses } from './Clauses.tsx'

/** What is read and signed: the text itself, and then by when, and of which digest. */
export function ReadingBody(props: PageProps) {
  const campaign = useItem(readingCampaign, String(props.row['campaign']))
  if (campaign.error) return <LoadFailed error={campaign.error} retry={() => campaign.refetch()} />
  return (
    <>
      {campaign.data ? <Text edition={campaign.data.item.policy} /> : <Skeleton active paragraph={{ rows: 6 }} />}
      <Body {...props} />
    </>
  )
}

function Text({ edition }: { edition: string }) {
  const lang = useLang()
  const { data, error, refetch } = useItem(policy, edition)
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active paragraph={{ rows: 6 }} />
  const { purpose, purposeEn, scope, scopeEn, clauses } = data.item
  return (
    <section className="rul-policy">
      <p>{lang === 'en' ? (purposeEn ?? purpose) : purpose}</p>
      <p className="ts-quiet">{lang === 'en' ? (scopeEn ?? scope) : scope}</p>
      <Clauses clauses={clauses} />
    </section>
  )
}

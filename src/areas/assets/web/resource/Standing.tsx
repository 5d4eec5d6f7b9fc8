import { Link } from '@tanstack/react-router'
import { Card } from 'antd'
import { useCall } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { moneyReaders } from '../../keepers.rules.ts'
import { verdictWords } from '../../resource/resource.rules.ts'
import type { Resource } from '../../resource/shape.rules.ts'
import { Figures } from './Figures.tsx'
import { Reasons, verdictTones } from './Line.tsx'
import { resourceWords as words } from './words.ts'
import './resource.css'

interface Found {
  readonly figures: Resource['figures'] | null
  readonly judged: Pick<Resource, 'verdict' | 'score' | 'reasons'> | null
}

/** On an asset's page: how it did in the last year, and what should become of it. */
export function Standing(props: PageProps) {
  return mayEver(moneyReaders, useSession()) ? <Shown {...props} /> : null
}

function Shown({ row }: PageProps) {
  const say = useSay()
  const { data } = useCall<Found>(`/assets/${row.id}/standing`, {}, ['asset', 'maintenance-order'])
  if (!data?.figures || !data.judged) return null
  const { figures, judged } = data
  return (
    <Card size="small" title={say(words.section)} extra={<Link to="/resources">{say(words.title)}</Link>}>
      <p>
        <StateTag tone={verdictTones[judged.verdict]} word={say(verdictWords[judged.verdict])} />
      </p>
      <Reasons reasons={judged.reasons} />
      <Figures figures={figures} />
    </Card>
  )
}

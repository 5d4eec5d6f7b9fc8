import { Alert } from 'antd'
import type { PageProps } from '../../../../web/plugin.ts'
import { Related } from '../../../../web/record/Related.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { drill } from '../../drill/drill.record.ts'
import { drillWords } from '../../drill/drill.words.ts'
import { emergencyPlanWords } from '../../emergency-plan/emergency-plan.words.ts'
import { readyTones } from './tones.ts'
import { readyWords as words } from './words.ts'

/** Whether a plan is to be relied on, and how it was rehearsed. */
export function AboutPlan({ row }: PageProps) {
  const say = useSay()
  const { fields, choices } = emergencyPlanWords
  const why = row['staleBecause'] as keyof typeof choices.staleBecause | null
  return (
    <>
      {row.state === 'stale' && (
        <Alert
          type="error"
          showIcon
          className="ts-gap"
          title={say(words.relyNot)}
          description={[why && say(choices.staleBecause[why]), row['staleNote']].filter(Boolean).join(' · ')}
        />
      )}
      {row['returnReason'] !== null && row.state === 'draft' && (
        <Alert
          type="warning"
          showIcon
          className="ts-gap"
          title={`${say(fields.returnReason)}:${row['returnReason']}`}
        />
      )}
      {row.state !== 'draft' && row.state !== 'in-review' && (
        <Related
          record={drill}
          by={{ plan: row.id }}
          sort="-plannedStart"
          title={words.drills}
          add={words.addDrill}
          none={words.noDrills}
          asked={['title', 'kind', 'plannedStart', 'plannedEnd', 'lead', 'scope', 'safety', 'production']}
          open={row.state !== 'retired'}
          more={(one) => {
            const outcome = one['outcome'] as 'met' | 'missed' | null
            return (
              <>
                <time className="ts-figures ts-quiet">
                  {(one['heldOn'] ?? (one['plannedStart'] as string).slice(0, 10)) as string}
                </time>
                {outcome && (
                  <StateTag tone={readyTones.drill.outcome[outcome]} word={say(drillWords.choices.outcome[outcome])} />
                )}
              </>
            )
          }}
        />
      )}
    </>
  )
}

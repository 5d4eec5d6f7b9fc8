import { LockOutlined } from '@ant-design/icons'
import { Card } from 'antd'
import { useNow } from '../../../../web/clocks/now.ts'
import { useEntry } from '../../../../web/context.ts'
import { showInstant } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { Related } from '../../../../web/record/Related.tsx'
import { VerbButtons } from '../../../../web/record/VerbButtons.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { evidence } from '../../evidence/evidence.record.ts'
import { securityIncidentWords } from '../../security-incident/security-incident.words.ts'
import { securityReport } from '../../security-report/security-report.record.ts'
import { protectionScreenWords as words } from './words.ts'
import './protection.css'

/** What matters of a security incident: its grade and by when, whom to tell until when, and what was taken as evidence. */
export function AboutSecurity({ row }: PageProps) {
  const isOpen = row.state !== 'closed' && row.state !== 'dismissed'
  return (
    <>
      <Strip row={row} />
      <Reports id={row.id} />
      <Taken id={row.id} open={isOpen} />
    </>
  )
}

function Strip({ row }: Pick<PageProps, 'row'>) {
  const say = useSay()
  const now = useNow()
  const gravity = row['gravity'] as keyof typeof securityIncidentWords.choices.gravity | null
  const gradeDueAt = row['gradeDueAt'] as string | null
  return (
    <Card size="small">
      <div className="sec-strip">
        {gravity && <b>{say(securityIncidentWords.choices.gravity[gravity])}</b>}
        {row.state === 'declared' && gradeDueAt && (
          <StateTag
            tone={now >= gradeDueAt ? 'late' : 'start'}
            word={`${say(words.gradeBy)} ${showInstant(gradeDueAt)}${now >= gradeDueAt ? ` · ${say(words.late)}` : ''}`}
          />
        )}
        {typeof row['foundAt'] === 'string' && (
          <span className="ts-figures">
            <span className="ts-quiet">{say(words.foundAt)}</span> {showInstant(row['foundAt'])}
          </span>
        )}
        <span className="ts-grow" />
        <span className="ts-quiet">
          <LockOutlined /> {say(words.needToKnow)}
        </span>
      </div>
    </Card>
  )
}

function Reports({ id }: { id: string }) {
  const say = useSay()
  const now = useNow()
  const entry = useEntry(securityReport.name)
  return (
    <Related
      record={securityReport}
      by={{ securityIncident: id }}
      sort="dueAt"
      title={words.reports}
      add={words.reports}
      none={words.noReports}
      asked={[]}
      open={false}
      more={(report, refs) => {
        const dueAt = report['dueAt'] as string
        const isLate = report.state === 'due' && dueAt <= now
        return (
          <>
            <span className={isLate ? 'ts-figures is-broken' : 'ts-figures ts-quiet'}>
              {say(words.due)} {showInstant(dueAt)}
              {isLate && ` · ${say(words.late)}`}
            </span>
            <VerbButtons entry={entry} row={report} refs={refs} only={['send', 'need-not']} />
          </>
        )
      }}
    />
  )
}

function Taken({ id, open }: { id: string; open: boolean }) {
  const entry = useEntry(evidence.name)
  return (
    <Related
      record={evidence}
      by={{ securityIncident: id }}
      title={words.evidence}
      add={words.addEvidence}
      none={words.noEvidence}
      asked={['title', 'source', 'takenBy', 'takenAt', 'place', 'description']}
      open={open}
      more={(one, refs) => <VerbButtons entry={entry} row={one} refs={refs} only={['seal']} />}
    />
  )
}

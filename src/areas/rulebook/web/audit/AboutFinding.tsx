import { Link } from '@tanstack/react-router'
import { Alert, Card } from 'antd'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { dateOf } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { finding } from '../../finding/finding.record.ts'
import { dueOf, isOverdue } from '../../finding/finding.rules.ts'
import { findingWords } from '../../finding/finding.words.ts'
import { auditPageWords as words } from './words.ts'
import './audit.css'

const turns: Readonly<Record<keyof typeof findingWords.states, Words>> = {
  open: words.turnOwner,
  'corrective-action': words.turnDo,
  done: words.turnVerify,
  verified: words.turnClose,
  closed: words.turnOver,
}

/** Whose turn it is and until when; that it came back, or was there before. */
export function AboutFinding({ row, refs }: PageProps) {
  const say = useSay()
  const one = row as unknown as RowOf<typeof finding>
  const due = dueOf(one)
  const late = isOverdue(one, dateOf(new Date()))
  return (
    <>
      {one.reopened > 0 && one.reopenReason && (
        <Alert
          type="warning"
          showIcon
          className="ts-gap"
          title={`${say(words.reopenedNote)} ×${one.reopened}: ${one.reopenReason}`}
        />
      )}
      {one.returnReason && (
        <Alert
          type="warning"
          showIcon
          className="ts-gap"
          title={`${say(findingWords.fields.returnReason)}: ${one.returnReason}`}
        />
      )}
      <Card size="small" title={say(words.turn)}>
        <p className="adt-turn">
          <b>{say(turns[one.state])}</b>
          {(one.state === 'open' || one.state === 'corrective-action') && <RefLink id={one.owner} refs={refs} />}
          {due && <StateTag tone={late ? 'broken' : 'start'} word={`${say(late ? words.was : words.due)} ${due}`} />}
          {one.control && (
            <Link to={`/controls/${one.control}` as '/'} className="ts-figures">
              {one.control}
            </Link>
          )}
        </p>
        {one.repeatOf && (
          <p>
            <StateTag tone="late" word={say(words.repeats)} /> <RefLink id={one.repeatOf} refs={refs} />
          </p>
        )}
        {(one.state === 'corrective-action' || one.state === 'done') && (
          <p className="ts-quiet">{say(words.evidenceHint)}</p>
        )}
      </Card>
    </>
  )
}

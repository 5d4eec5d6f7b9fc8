import { Link } from '@tanstack/react-router'
import { Card } from 'antd'
import type { Words } from '../../../../record/words.ts'
import { useParts } from '../../../../web/context.ts'
import { showTime } from '../../../../web/format/time.ts'
import { doneWords } from '../../../../web/record/timeline.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { reportWords } from '../../drill/report.words.ts'
import type { DrillCourse, Moment } from './course.ts'
import { readyWords as words } from './words.ts'

/** How it went, from the journals of all that belongs to it; oldest first, as a report is read. */
export function Course({ course }: { course: DrillCourse }) {
  const say = useSay()
  return (
    <Card
      size="small"
      title={say(reportWords.course)}
      extra={<span className="ts-quiet">{say(words.courseHint)}</span>}
    >
      {course.items.length === 0 && <p className="ts-quiet">{say(words.noCourse)}</p>}
      <ol className="ts-plain drl-course">
        {course.items.map((moment) => (
          <OneMoment key={`${moment.at}${moment.id}${moment.verb}`} moment={moment} course={course} />
        ))}
      </ol>
    </Card>
  )
}

function OneMoment({ moment, course }: { moment: Moment; course: DrillCourse }) {
  const say = useSay()
  const { registry } = useParts()
  const { at, record, number, title, verb, by, state, text } = moment
  const entry = registry.get(record)
  const led = (entry.words.states as Record<string, Words>)[state ?? '']
  return (
    <li className={record === 'alarm' || record === 'drill-fault' ? 'is-trouble' : ''}>
      <time dateTime={at} className="ts-figures ts-quiet">
        {showTime(at, true)}
      </time>
      <span>
        {by ? <RefLink id={by} refs={course.refs} /> : <span className="ts-quiet">{say(reportWords.system)}</span>}{' '}
        {say(doneWords(entry, verb))}{' '}
        <Link to={`/${entry.record.plural}/${number}` as '/'} className="ts-ref">
          {say(entry.words.name)} {number}
        </Link>
        {title && ` ${title}`}
        {led && verb !== 'create' && <span className="ts-quiet"> → {say(led)}</span>}
        {text && <span className="ts-quiet"> {text}</span>}
      </span>
    </li>
  )
}

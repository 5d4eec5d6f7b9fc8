import { Card } from 'antd'
import { fieldsOfRecord } from '../../record/record.ts'
import type { Words } from '../../record/words.ts'
import { proofWords } from '../account/words.ts'
import { RecordApprovals } from '../approvals/RecordApprovals.tsx'
import { useSignatures } from '../client/hooks.ts'
import { Clocks } from '../clocks/Clocks.tsx'
import { showInstant } from '../format/time.ts'
import type { PageProps } from '../plugin.ts'
import { LoadFailed } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { FieldShow } from '../widgets/index.tsx'
import { RefLink } from '../widgets/link.tsx'
import { words } from '../words.ts'
import { Files } from './Files.tsx'
import { Links } from './Links.tsx'
import { doneWords } from './timeline.ts'

/** Beside a record: what waits for approval, its clocks, its people, files and links, who signed what. */
export function Side(props: PageProps) {
  return (
    <>
      <RecordApprovals {...props} />
      <Clocks {...props} />
      <People {...props} />
      <Files {...props} />
      <Links {...props} />
      <Signatures {...props} />
    </>
  )
}

function People({ entry, row, refs }: PageProps) {
  const say = useSay()
  const fields = fieldsOfRecord(entry.record)
    .filter(([, field]) => field?.to === 'person')
    .map(([name]): [string, Words] => [name, entry.words.fields[name] ?? [name, name]])
  const own: [string, Words, string][] = [
    ['createdBy', words.createdBy, row.createdAt],
    ['updatedBy', words.updatedBy, row.updatedAt],
  ]
  return (
    <Card size="small" title={say(words.people)}>
      <dl className="ts-people">
        {fields.map(([name, label]) => (
          <div key={name}>
            <dt>{say(label)}</dt>
            <dd>
              <FieldShow entry={entry} name={name} row={row} refs={refs} />
            </dd>
          </div>
        ))}
        {own.map(([name, label, at]) => (
          <div key={name}>
            <dt>{say(label)}</dt>
            <dd>
              <FieldShow entry={entry} name={name} row={row} refs={refs} />
              <time dateTime={at} className="ts-quiet ts-figures">
                {showInstant(at)}
              </time>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

/** Nothing to see while nobody signed. */
function Signatures({ entry, row }: PageProps) {
  const say = useSay()
  const { data, error, refetch } = useSignatures(entry.record, row.id)
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data || data.items.length === 0) return null
  return (
    <Card size="small" title={say(words.signatures)}>
      <ul className="ts-plain">
        {data.items.map(({ id, at, person, verb, method, digest }) => (
          <li key={id}>
            <span>
              <RefLink id={person} refs={data.refs} /> {say(doneWords(entry, verb))}
            </span>
            <span className="ts-quiet ts-figures">
              {showInstant(at, true)} · {say(proofWords[method])}
            </span>
            <code className="ts-digest" title={digest}>
              {digest.slice(0, 16)}
              <span className="ts-on-paper">{digest.slice(16)}</span>
            </code>
          </li>
        ))}
      </ul>
    </Card>
  )
}

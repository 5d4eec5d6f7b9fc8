import { Card } from 'antd'
import type { Field } from '../../record/field.ts'
import { fieldsOfRecord } from '../../record/record.ts'
import type { Entry } from '../../record/registry.ts'
import { shownOf } from '../format/value.ts'
import type { PageProps } from '../plugin.ts'
import { useSay } from '../shell/lang.tsx'
import { FieldShow, isEmpty } from '../widgets/index.tsx'

/** The fields of a record: the short ones side by side, then each long one under its own heading. */
export function Body({ entry, row, refs }: PageProps) {
  const say = useSay()
  const { short, long } = groupsOf(entry)
  const label = (name: string) => say(shownOf(entry, name)?.label ?? [name, name])
  const show = (name: string) => <FieldShow entry={entry} name={name} row={row} refs={refs} />
  const filled = long.filter((name) => !isEmpty(row[name]))
  return (
    <Card size="small" className="ts-body">
      {short.length > 0 && (
        <dl className="ts-facts">
          {short.map((name) => (
            <div key={name}>
              <dt>{label(name)}</dt>
              <dd>{show(name)}</dd>
            </div>
          ))}
        </dl>
      )}
      {filled.map((name) => (
        <section key={name} className="ts-long">
          <h2>{label(name)}</h2>
          {show(name)}
        </section>
      ))}
    </Card>
  )
}

/** Links to persons stand in the side column, and the name is the page's title: neither is said twice. */
function groupsOf({ record }: Entry): { short: string[]; long: string[] } {
  const isLong = (field: Field) => field.kind === 'prose' || field.kind === 'json'
  const fields = fieldsOfRecord(record).filter(
    (pair): pair is [string, Field] => pair[0] !== record.label && pair[1] !== undefined && pair[1].to !== 'person',
  )
  return {
    short: fields.filter(([, field]) => !isLong(field)).map(([name]) => name),
    long: fields.filter(([, field]) => isLong(field)).map(([name]) => name),
  }
}

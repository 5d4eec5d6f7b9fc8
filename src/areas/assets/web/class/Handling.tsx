import { Link } from '@tanstack/react-router'
import { Card } from 'antd'
import { useCall } from '../../../../web/client/hooks.ts'
import { dateOf } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import type { levels } from '../../../security/data-class/data-class.record.ts'
import { dataClassWords, levelWords } from '../../../security/data-class/data-class.words.ts'
import { handlingWords as words } from './words.ts'

const said = ['store', 'send', 'print', 'destroy', 'who'] as const

interface Handled {
  readonly level: (typeof levels)[number]
  readonly rules:
    | ({ readonly number: string; readonly name: string; readonly nameEn: string | null } & Readonly<
        Record<(typeof said)[number], string>
      >)
    | null
  readonly reviewedAt: string | null
}

/** How what is on it is kept, sent, printed and destroyed, by its level; and when its level was last looked at. */
export function Handling({ row }: PageProps) {
  const say = useSay()
  const lang = useLang()
  const { data } = useCall<Handled>(`/assets/${row.id}/handling`, {}, ['asset', 'data-class', 'class-review'])
  if (!data) return null
  const { level, rules, reviewedAt } = data
  return (
    <Card
      size="small"
      title={`${say(words.title)} · ${say(levelWords[level])}`}
      extra={
        <span className="ts-quiet ts-figures">
          {reviewedAt ? `${say(words.reviewed)} ${dateOf(reviewedAt)}` : say(words.never)}
        </span>
      }
    >
      {rules === null ? (
        <p className="ts-quiet">{say(words.none)}</p>
      ) : (
        <>
          <Link to={`/data-classes/${rules.number}`} className="ts-ref">
            {lang === 'en' ? (rules.nameEn ?? rules.name) : rules.name}
          </Link>
          <dl className="ts-facts">
            {said.map((name) => (
              <div key={name}>
                <dt>{say(dataClassWords.fields[name])}</dt>
                <dd>{rules[name]}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Card>
  )
}

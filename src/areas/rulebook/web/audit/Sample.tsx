import { Link } from '@tanstack/react-router'
import { Radio } from 'antd'
import type { AnyRecord } from '../../../../record/record.ts'
import { useWriteOf } from '../../../../web/client/hooks.ts'
import { useParts } from '../../../../web/context.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { Sample as Drawn } from '../../audit-item/audit-item.rules.ts'
import { standingWords } from '../words.ts'
import { auditPageWords as words } from './words.ts'

const tones = { ok: 'kept', bad: 'broken', excepted: 'late', unknown: 'unknown' } as const

interface SampleProps {
  readonly record: AnyRecord
  readonly id: string
  readonly sample: Drawn
  /** Only during fieldwork, by its auditors. */
  readonly looks: boolean
}

/** What was drawn, how each stood and what proves it; and whether the auditor found it so. */
export function Sample({ record, id, sample, looks }: SampleProps) {
  const say = useSay()
  const { registry } = useParts()
  const write = useWriteOf(record, id)
  const to = (name: string, number: string) => `/${registry.head(name).record.plural}/${number}` as '/'
  return (
    <ul className="ts-plain adt-sample">
      {sample.map((one) => (
        <li key={one.number}>
          <StateTag tone={tones[one.standing]} word={say(standingWords[one.standing])} />
          <span>
            <Link to={to(one.record, one.number)}>
              <span className="ts-figures">{one.number}</span> {one.label === one.number ? '' : one.label}
            </Link>
            <br />
            <span className="ts-quiet">{say([one.zh, one.en])}</span>
            {one.proof.length > 0 && (
              <span className="rul-proof">
                {say(words.proof)}:{' '}
                {one.proof.slice(0, 5).map(({ record: of, number }) => (
                  <Link key={number} to={to(of, number)} className="ts-figures">
                    {number}
                  </Link>
                ))}
              </span>
            )}
          </span>
          {looks ? (
            <Radio.Group
              size="small"
              optionType="button"
              value={one.found}
              disabled={write.isPending}
              onChange={({ target }) =>
                write.mutate({ path: 'look', body: { number: one.number, found: target.value } })
              }
              options={[
                { value: 'agrees', label: say(words.agrees) },
                { value: 'differs', label: say(words.differs) },
              ]}
            />
          ) : (
            <span className="ts-quiet">{one.found ? say(words[one.found]) : ''}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

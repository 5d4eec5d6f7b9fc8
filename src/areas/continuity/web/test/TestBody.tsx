import { Alert, Card } from 'antd'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { FieldShow } from '../../../../web/widgets/index.tsx'
import { ToneMark } from '../../../../web/widgets/StateTag.tsx'
import { restoreTestWords } from '../../restore-test/restore-test.words.ts'
import type { Compared, Step } from '../../restore-test/step.rules.ts'
import { stepWords, planScreenWords as words } from '../plan/words.ts'
import '../plan/plan.css'

const facts = ['plan', 'run', 'component', 'takenAt', 'startedAt', 'endedAt', 'seconds', 'lossMinutes'] as const

/** What a restore test did and found, in order; what was wrong stands first. */
export function TestBody({ entry, row, refs }: PageProps) {
  const say = useSay()
  const steps = row['steps'] as Step[]
  const compared = row['compared'] as Compared[]
  return (
    <>
      {row.state === 'failed' && (
        <Alert
          type="error"
          showIcon
          className="ts-gap"
          title={say([String(row['why']), String(row['whyEn'] ?? row['why'])])}
        />
      )}
      {(row.state === 'waiting' || row.state === 'running') && (
        <Alert
          type="info"
          showIcon
          className="ts-gap"
          title={say(row.state === 'waiting' ? words.waits : words.testing)}
        />
      )}
      {steps.length + compared.length > 0 && (
        <Card size="small" title={say(words.proof)}>
          <ol className="ts-plain bkp-steps">
            {steps.map(({ code, ok, text, ms }) => (
              <li key={code}>
                <ToneMark tone={ok ? 'kept' : 'broken'} />
                <b>{say(stepWords[code])}</b>
                <span>{say(text)}</span>
                <span className="ts-quiet ts-figures">
                  {(ms / 1_000).toFixed(1)} {say(words.seconds)}
                </span>
              </li>
            ))}
          </ol>
          {compared.length > 0 && <ComparedTable compared={compared} />}
        </Card>
      )}
      <Card size="small" className="ts-body">
        <dl className="ts-facts">
          {facts.map((name) => (
            <div key={name}>
              <dt>{say(restoreTestWords.fields[name])}</dt>
              <dd>
                <FieldShow entry={entry} name={name} row={row} refs={refs} />
              </dd>
            </div>
          ))}
        </dl>
      </Card>
    </>
  )
}

function ComparedTable({ compared }: { compared: readonly Compared[] }) {
  const say = useSay()
  return (
    <table className="bkp-table">
      <thead>
        <tr className="ts-quiet">
          <th>{say(words.compared)}</th>
          <th>{say(words.wanted)}</th>
          <th>{say(words.found)}</th>
        </tr>
      </thead>
      <tbody>
        {compared.map(({ name, wanted, found, ok }) => (
          <tr key={name}>
            <td>
              <ToneMark tone={ok ? 'kept' : 'broken'} /> {name}
            </td>
            <td className="ts-figures">{say(wanted)}</td>
            <td className={`ts-figures ${ok ? '' : 'is-broken'}`}>{found ?? say(words.nothing)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { Mark, Step } from '../../runbook/step.rules.ts'
import { actionWords } from '../map/words.ts'
import { markWords } from './mark.ts'
import type { Named } from './steps.ts'
import { modeWords, runbookScreenWords as words } from './words.ts'

interface StepTableProps {
  readonly steps: readonly Step[]
  readonly named: Named | undefined
}

/** The steps to be read: what is done how, by which post, when, after what. */
export function StepTable({ steps, named }: StepTableProps) {
  const say = useSay()
  const position = new Map(steps.map(({ key }, n) => [key, n + 1]))
  return (
    <div className="ops-steps-scroll">
      <table className="ops-steps">
        <thead>
          <tr>
            <th className="is-right">#</th>
            <th>{say(words.step)}</th>
            <th>{say(words.how)}</th>
            <th>{say(words.posts)}</th>
            <th>{say(words.when)}</th>
            <th>{say(words.waits)}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, n) => (
            <tr key={step.key}>
              <td className="is-right ts-figures ts-quiet">{n + 1}</td>
              <td>
                <details>
                  <summary>{say(step.title)}</summary>
                  <p className="ts-prose">{say([step.instructions, step.instructionsEn ?? step.instructions])}</p>
                  <p className="ts-prose ts-quiet">→ {say([step.expected, step.expectedEn ?? step.expected])}</p>
                </details>
                <Conditions step={step} />
              </td>
              <td>
                <How step={step} named={named} />
              </td>
              <td>
                <Post code={step.makerPost} named={named} />
                <br />
                {step.checkerPost === null ? (
                  <span className="ts-quiet">{say(words.noCheck)}</span>
                ) : (
                  <Post code={step.checkerPost} named={named} />
                )}
              </td>
              <td>
                <When earliest={step.earliest} deadline={step.deadline} />
              </td>
              <td className="ts-figures">{step.needs.map((need) => position.get(need) ?? need).join(', ') || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** By hand, by which command on what, by which probe. */
export function How({ step, named }: { step: Step; named: Named | undefined }) {
  const say = useSay()
  const component = (code: string) => {
    const found = named?.components.find((one) => one.code === code)
    return found ? (
      <Link key={code} to={`/components/${found.number}`} className="ts-ref">
        {found.name}
      </Link>
    ) : (
      <span key={code}>{code}</span>
    )
  }
  const probe = (number: string) => {
    const found = named?.probes.find((one) => one.number === number)
    return (
      <Link to={`/probes/${number}`} className="ts-ref">
        {found ? `${found.component} · ${found.name}` : number}
      </Link>
    )
  }
  const book = (code: string) => {
    const found = named?.runbooks.find((one) => one.code === code)
    return found ? (
      <Link to={`/runbooks/${found.number}`} className="ts-ref">
        {say(found.title)}
      </Link>
    ) : (
      code
    )
  }
  return (
    <>
      <div>
        {say(modeWords[step.mode])}
        {step.action && <b> {say(actionWords[step.action] ?? [step.action, step.action])}</b>}{' '}
        {commas(step.components.map(component))} {step.args && <code>{step.args.join(' ')}</code>}
      </div>
      {step.mode === 'runbook' && step.runbook && (
        <div>
          {book(step.runbook)}{' '}
          {step.parameters && (
            <code>
              {Object.entries(step.parameters)
                .map(([key, text]) => `${key}=${text}`)
                .join(' ')}
            </code>
          )}
        </div>
      )}
      {step.mode === 'probe' && step.probe && <div>{probe(step.probe)}</div>}
      {step.mode !== 'probe' && step.proof && (
        <div className="ts-quiet">
          {say(words.proof)} {probe(step.proof)}
        </div>
      )}
      {step.expect === 'down' && (step.probe || step.proof) && <div className="ts-quiet">{say(words.expectDown)}</div>}
    </>
  )
}

function Conditions({ step }: { step: Step }) {
  const say = useSay()
  const said = [
    step.evidence === 'note' && words.noteWanted,
    !step.onFailure.retry && words.noRetry,
    !step.onFailure.waive && words.noWaiver,
  ].filter((one) => one !== false)
  return said.length > 0 && <span className="ts-quiet ops-small">{said.map((one) => say(one)).join(' · ')}</span>
}

function Post({ code, named }: { code: string; named: Named | undefined }) {
  const found = named?.posts.find((one) => one.code === code)
  return found ? (
    <Link to={`/posts/${found.number}`} className="ts-ref">
      {found.name}
    </Link>
  ) : (
    <span>{code}</span>
  )
}

/** When it may begin and must be settled, relative to the market. */
export function When({ earliest, deadline }: { earliest?: Mark | undefined; deadline?: Mark | undefined }) {
  const say = useSay()
  if (!earliest && !deadline) return <span className="ts-quiet">{say(words.anyTime)}</span>
  return (
    <>
      {earliest && (
        <div>
          <span className="ts-quiet">{say(words.earliest)}</span> {say(markWords(earliest))}
        </div>
      )}
      {deadline && (
        <div>
          <span className="ts-quiet">{say(words.deadline)}</span> {say(markWords(deadline))}
        </div>
      )}
    </>
  )
}

const commas = (parts: readonly ReactNode[]): ReactNode[] =>
  parts.flatMap((part, n) => (n === 0 ? [part] : ['、', part]))

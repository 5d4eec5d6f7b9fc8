import { PrinterOutlined } from '@ant-design/icons'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import type { Words } from '../../../../record/words.ts'
import type { Refs } from '../../../../web/client/types.ts'
import { showDay, showInstant } from '../../../../web/format/time.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { runWords } from '../../run/run.words.ts'
import { runStepWords } from '../../run-step/run-step.words.ts'
import { ReportSteps } from './ReportSteps.tsx'
import {
  type Exception,
  exceptionsOf,
  type Report,
  type ReportAnswer,
  type ReportSignature,
  type ReportStep,
  useReport,
} from './report.ts'
import { editionWords, exceptionWords, reportWords as words } from './report-words.ts'
import { titleOf } from './StepBox.tsx'
import './report.css'

/** `/runs/RUN-…/report`: what was done, by whom, on what evidence; to be printed and filed. */
export function ReportPage() {
  const say = useSay()
  const { key = '' } = useParams({ strict: false }) as { key?: string }
  const found = useReport(key)
  useTitle(`${key} ${say(words.title)}`)
  if (found.isPending) return <Skeleton active className="ts-pad" paragraph={{ rows: 12 }} />
  if (found.isError) return <LoadFailed error={found.error} retry={() => found.refetch()} />
  return <Paper answer={found.data} />
}

function Paper({ answer }: { answer: ReportAnswer }) {
  const { report, refs } = answer
  const say = useSay()
  return (
    <article className="ops-paper">
      <div className="ops-paper-tools ts-verbs">
        <Link to={`/runs/${report.run.number}`}>{say(words.back)}</Link>
        <span className="ts-grow" />
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => print()}>
          {say(words.print)}
        </Button>
      </div>
      <Head report={report} refs={refs} />
      <Verified answer={answer} />
      <Exceptions report={report} refs={refs} />
      <h2>{say(words.steps)}</h2>
      <ReportSteps steps={report.steps} refs={refs} />
      <Signatures report={report} refs={refs} />
    </article>
  )
}

const nameOf = (id: string | null, refs: Refs): string => (id === null ? '—' : (refs[id]?.label ?? '—'))

function Head({ report: { run, runbooks, parameters = [] }, refs }: { report: Report; refs: Refs }) {
  const say = useSay()
  const lang = useLang()
  const facts: [Words, string][] = [
    [runWords.fields.tradingDay, run.tradingDay ? showDay(run.tradingDay, lang) : '—'],
    [words.state, say(runWords.states[run.state])],
    [words.started, `${showInstant(run.createdAt, true)} ${nameOf(run.createdBy, refs)}`],
    [words.ended, run.finishedAt ? `${showInstant(run.finishedAt, true)} ${nameOf(run.finishedBy, refs)}` : '—'],
    ...runbooks.map(({ number, code, edition, approvedBy, approvedAt }): [Words, string] => [
      words.runbook,
      [
        `${number} ${code}`,
        say(editionWords(edition)),
        `${say(words.approved)} ${nameOf(approvedBy, refs)} ${approvedAt ? showInstant(approvedAt) : ''}`,
      ].join(' · '),
    ]),
    ...parameters.map(({ name, value }): [Words, string] => [name, value]),
  ]
  return (
    <header>
      <p className="ts-quiet">
        {say(words.title)} · {run.number}
      </p>
      <h1>{titleOf(run, say)}</h1>
      <dl className="ops-paper-facts">
        {facts.map(([label, value]) => (
          <div key={`${label[0]} ${value}`}>
            <dt>{say(label)}</dt>
            <dd className="ts-figures">{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  )
}

/** Whether this is what was signed. */
function Verified({ answer: { matches, digest, signedDigest, report } }: { answer: ReportAnswer }) {
  const say = useSay()
  const [type, text] =
    matches === true
      ? (['success', words.verifies] as const)
      : matches === false
        ? (['error', words.differs] as const)
        : (['info', report.run.state === 'aborted' ? words.aborted : words.notSigned] as const)
  return (
    <Alert
      type={type}
      showIcon
      className="ops-paper-digest"
      title={say(text)}
      description={
        <>
          {say(words.digest)} <code>{signedDigest ?? digest}</code>
          {matches === false && (
            <div>
              ≠ <code>{digest}</code>
            </div>
          )}
        </>
      }
    />
  )
}

/** Whatever went another way than planned stands before the steps. */
function Exceptions({ report, refs }: { report: Report; refs: Refs }) {
  const say = useSay()
  const all = exceptionsOf(report.steps)
  return (
    <section>
      <h2>{say(words.exceptions)}</h2>
      {all.length === 0 && report.run.state === 'finished' && <p>{say(words.noExceptions)}</p>}
      <ul className="ops-paper-exceptions">
        {all.map(({ what, steps }) => (
          <li key={what}>
            <b>{say(exceptionWords[what])}</b>
            <ul>
              {steps.map((step) => (
                <li key={step.id}>
                  {step.position} {titleOf(step, say)}
                  <Why step={step} what={what} refs={refs} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Of a waiver or an override: the reason, and the two persons behind it. */
function Why({ step, what, refs }: { step: ReportStep; what: Exception; refs: Refs }) {
  const say = useSay()
  const [reason, asked, signed] =
    what === 'waived'
      ? [step.waiveReason, step.waiveAskedBy, step.waivedBy]
      : what === 'overridden'
        ? [step.overrideReason, step.overrideAskedBy, step.overriddenBy]
        : [null, null, null]
  if (reason === null) return null
  return (
    <div>
      {reason}
      <span className="ts-quiet">
        {` ${say(words.askedBy)} ${nameOf(asked, refs)} · ${say(words.signedBy)} ${nameOf(signed, refs)}`}
      </span>
    </div>
  )
}

function Signatures({ report, refs }: { report: Report; refs: Refs }) {
  const say = useSay()
  const ofSteps = report.steps.flatMap((step) =>
    step.signatures.map((one) => ({ one, what: `${step.position} ${titleOf(step, say)}`, verbs: runStepWords.verbs })),
  )
  const ofRun = report.signatures.map((one) => ({ one, what: titleOf(report.run, say), verbs: runWords.verbs }))
  const all: { one: ReportSignature; what: string; verbs: object }[] = [...ofSteps, ...ofRun]
  if (all.length === 0) return null
  return (
    <section>
      <h2>{say(words.signatures)}</h2>
      <table className="ops-paper-table">
        <thead>
          <tr>
            <th>{say(words.by)}</th>
            <th>{say(words.verb)}</th>
            <th>{say(words.at)}</th>
            <th>{say(words.signedDigest)}</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ one, what, verbs }) => (
            <tr key={one.digest + one.at}>
              <td>{nameOf(one.person, refs)}</td>
              <td>
                {say((verbs as Record<string, Words>)[one.verb] ?? [one.verb, one.verb])} · {what}
              </td>
              <td className="ts-figures">{showInstant(one.at, true)}</td>
              <td>
                <code>{one.digest.slice(0, 32)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

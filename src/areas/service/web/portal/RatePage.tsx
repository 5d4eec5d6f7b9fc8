import { App, Button, Input, Radio, Result } from 'antd'
import { useState } from 'react'
import type { RowOf } from '../../../../record/record.ts'
import { useAct } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { Body } from '../../../../web/record/Body.tsx'
import { PageHead } from '../../../../web/record/RecordPage.tsx'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import type { Answers, Question } from '../../survey/questions.rules.ts'
import { fits } from '../../survey/questions.rules.ts'
import { surveyAnswer } from '../../survey-answer/survey-answer.record.ts'
import { Back } from './ReportPage.tsx'
import { gradeWords, portalWords as words } from './words.ts'
import './portal.css'

/** A rating: its questions to whoever was asked, its page like any record's to others who may read it. */
export function RatePage(props: PageProps) {
  const me = useSession().person.id
  const row = props.row as unknown as RowOf<typeof surveyAnswer>
  if (row.person === me) return <Rate row={row} />
  return (
    <article className="ts-record">
      <PageHead {...props} />
      <Body {...props} />
    </article>
  )
}

function Rate({ row }: { row: RowOf<typeof surveyAnswer> }) {
  const say = useSay()
  const lang = useLang()
  const text = useProblemText()
  const { message } = App.useApp()
  const act = useAct(surveyAnswer, row.id)
  const [answers, setAnswers] = useState<Answers>(row.questions.map(() => null))
  const put = (at: number, answer: Answers[number]) => setAnswers(answers.map((old, i) => (i === at ? answer : old)))
  const submit = () =>
    act.mutate(
      { verb: 'answer', body: { answers: answers.map((one) => (one === '' ? null : one)) } },
      { onError: (problem) => message.error(text(problem)) },
    )
  const closed = row.state !== 'invited'
  return (
    <div className="svc-portal">
      <Back />
      <h1>{row.title}</h1>
      {closed ? (
        <Result
          status={row.state === 'answered' ? 'success' : 'info'}
          title={say(row.state === 'answered' ? words.rated : words.expired)}
        />
      ) : (
        <>
          <p className="ts-quiet">{say(row.naming === 'anonymous' ? words.anonymous : words.named)}</p>
          {row.questions.map((question, i) => (
            <fieldset key={question.zh} className="svc-question">
              <legend>
                {question[lang]} {question.kind === 'text' && <span className="ts-quiet">{say(words.optional)}</span>}
              </legend>
              <Answer question={question} value={answers[i] ?? null} onChange={(answer) => put(i, answer)} />
            </fieldset>
          ))}
          <Button
            type="primary"
            size="large"
            disabled={!fits(row.questions, answers)}
            loading={act.isPending}
            onClick={submit}
          >
            {say(words.send)}
          </Button>
        </>
      )}
    </div>
  )
}

interface AnswerProps {
  readonly question: Question
  readonly value: Answers[number]
  readonly onChange: (answer: Answers[number]) => void
}

function Answer({ question, value, onChange }: AnswerProps) {
  const say = useSay()
  const lang = useLang()
  if (question.kind === 'text')
    return (
      <Input.TextArea
        size="large"
        value={typeof value === 'string' ? value : ''}
        maxLength={2_000}
        autoSize={{ minRows: 2 }}
        aria-label={question[lang]}
        onChange={({ target }) => onChange(target.value)}
      />
    )
  const options =
    question.kind === 'scale'
      ? [1, 2, 3, 4, 5].map((grade) => ({ value: grade, label: say(gradeWords(grade)) }))
      : [
          { value: true, label: say(words.agree) },
          { value: false, label: say(words.disagree) },
        ]
  return (
    <Radio.Group
      className="svc-grades"
      optionType="button"
      size="large"
      value={value}
      options={options as { value: number; label: string }[]}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}

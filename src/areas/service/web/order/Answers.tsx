import { Link } from '@tanstack/react-router'
import { useHead } from '../../../../web/context.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { customWidgets } from '../../../../web/widgets/custom.tsx'
import { useNameOf } from '../../../../web/widgets/shape/Naming.tsx'
import { words as webWords } from '../../../../web/words.ts'
import { askedIn } from '../../offering/answers.rules.ts'
import { type Form, labelOf, type Question } from '../../offering/question.rules.ts'
import { shownOf } from './Questions.tsx'
import { orderWords as words } from './words.ts'
import './order.css'

interface AnswersProps {
  readonly form: Form
  readonly answers: Readonly<Record<string, unknown>>
}

/** What was answered, in the words of the form. */
export function AnswersShow({ form, answers }: AnswersProps) {
  const say = useSay()
  return (
    <dl className="svc-answers">
      {askedIn(form, answers).map((question) => (
        <div key={question.key}>
          <dt>{say(labelOf(question))}</dt>
          <dd>
            <One question={question} value={answers[question.key]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function One({ question, value }: { question: Question; value: unknown }) {
  const say = useSay()
  const { kind, choices } = question
  if (value === undefined || value === null) return <span className="ts-quiet">{say(words.notAnswered)}</span>
  switch (kind) {
    case 'person':
    case 'department':
    case 'component':
      return <Named to={kind} id={String(value)} />
    case 'file':
      return <>{[value].flat().join(say(words.comma))}</>
    case 'choices': {
      const named = new Map(choices.map((one) => [one.value, say(labelOf(one))]))
      return (
        <>
          {[value]
            .flat()
            .map((one) => named.get(String(one)) ?? String(one))
            .join(say(words.comma))}
        </>
      )
    }
    default: {
      const { Show } = customWidgets[kind]
      return <Show shown={shownOf(question)} value={value} refs={noRefs} tone={undefined} dense={false} />
    }
  }
}

const noRefs = {}

/** Somebody or something of the firm by name; one the reader may not read shows only that it is there. */
function Named({ to, id }: { to: 'person' | 'department' | 'component'; id: string }) {
  const say = useSay()
  const { record } = useHead(to)
  const name = useNameOf(to, 'id', id)
  if (name === undefined) return <span className="ts-quiet">{say(webWords.hidden)}</span>
  return (
    <Link to={`/${record.plural}/${id}`} className="ts-ref">
      {name}
    </Link>
  )
}

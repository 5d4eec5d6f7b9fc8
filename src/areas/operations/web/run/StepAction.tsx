import { EllipsisOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown, Input } from 'antd'
import { useEffect, useImperativeHandle, useState } from 'react'
import type { Words } from '../../../../record/words.ts'
import { useAct } from '../../../../web/client/hooks.ts'
import type { Refs } from '../../../../web/client/types.ts'
import { VerbForm } from '../../../../web/record/VerbForm.tsx'
import { askedBy } from '../../../../web/record/verbs.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { runStep } from '../../run-step/run-step.record.ts'
import { runStepWords } from '../../run-step/run-step.words.ts'
import { type BoardStep, rowIn } from './board.ts'
import { SignedStep } from './SignedStep.tsx'
import { type Offer, offersOf } from './step.ts'
import { runScreenWords as words } from './words.ts'

const entry = { record: runStep, words: runStepWords as never }

/** What the page may ask of the large button: what Enter does. */
export interface ActionHandle {
  act(): void
}

interface StepActionProps {
  readonly step: BoardStep
  readonly refs: Refs
  readonly ended: boolean
  readonly onDone: () => void
  readonly handle: React.Ref<ActionHandle>
}

/** The one thing that comes next as one large button, a note along with it where one is wanted; the rest in a menu. */
export function StepAction({ step, refs, ended, onDone, handle }: StepActionProps) {
  const say = useSay()
  const lang = useLang()
  const text = useProblemText()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const act = useAct(runStep, step.id)
  const [asking, setAsking] = useState<string>()
  const [note, setNote] = useState('')
  const [noting, setNoting] = useState(false)
  const { next, others } = offersOf(step)
  const takesNote = next !== undefined && next.refused === undefined && notes(next.verb)
  const wanted = takesNote && (next.wantsNote || step.plan.evidence === 'note')
  const missing = takesNote && next.wantsNote && note.trim() === ''
  // A new turn of the step begins with an empty note.
  useEffect(() => {
    setNote('')
    setNoting(false)
  }, [step.state, step.round])

  const settle = () => {
    void queries.invalidateQueries({ queryKey: ['call', `/runs/${step.run}/board`] })
    onDone()
  }
  const start = ({ verb, refused }: Offer) => {
    if (refused !== undefined || act.isPending) return
    const { required, sign } = askedBy(runStep, verb)
    if (required.length > 0 || sign) return setAsking(verb)
    const said = notes(verb) && note.trim() !== '' ? { note: note.trim() } : {}
    act.mutate({ verb, body: said }, { onSuccess: settle, onError: (problem) => message.error(text(problem)) })
  }
  useImperativeHandle(handle, () => ({
    act: () => {
      if (next && !missing) start(next)
    },
  }))
  return (
    <footer className="ops-act">
      {(wanted || noting) && (
        <Input.TextArea
          value={note}
          onChange={({ target }) => setNote(target.value)}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={4_000}
          aria-label={say(words.note)}
          placeholder={`${say(wanted ? words.noteWanted : words.note)}:${say(words.noteHint)}`}
        />
      )}
      {takesNote && !wanted && !noting && (
        <button type="button" className="ops-link ops-add-note" onClick={() => setNoting(true)}>
          {say(words.addNote)}
        </button>
      )}
      {next?.refused && !isSaidAbove(step, next.refused) && <p className="ops-why">{say(next.refused)}</p>}
      {!next && <p className="ts-quiet">{say(ended ? words.runEnded : words.nothingToDo)}</p>}
      <div className="ops-act-row">
        {next && (
          <Button
            type="primary"
            size="large"
            block
            disabled={next.refused !== undefined || missing}
            loading={act.isPending}
            onClick={() => start(next)}
          >
            {say(next.words)}
          </Button>
        )}
        {others.length > 0 && <Others offers={others} onStart={start} />}
      </div>
      {asking && (
        <VerbForm
          entry={entry}
          row={rowIn(step, lang)}
          refs={refs}
          verb={asking}
          onClose={() => setAsking(undefined)}
          onDone={settle}
          signed={(row) => <SignedStep row={row} refs={refs} />}
          key={asking}
        />
      )}
    </footer>
  )
}

/** Everything else one may do; refused ones stay, with the reason. */
function Others({ offers, onStart }: { offers: readonly Offer[]; onStart: (offer: Offer) => void }) {
  const say = useSay()
  return (
    <Dropdown
      trigger={['click']}
      placement="topRight"
      menu={{
        items: offers.map((offer) => ({
          key: offer.verb,
          disabled: offer.refused !== undefined,
          onClick: () => onStart(offer),
          label: (
            <>
              {say(offer.words)}
              {offer.refused && <div className="ts-quiet ts-reason">{say(offer.refused)}</div>}
            </>
          ),
        })),
      }}
    >
      <Button size="large" icon={<EllipsisOutlined />} aria-label={say(words.moreVerbs)} />
    </Dropdown>
  )
}

/** What it waits for stands in the step already. */
const isSaidAbove = ({ blockers }: BoardStep, refused: Words): boolean =>
  blockers.some(({ text }) => text[0] === refused[0])

const notes = (verb: string): boolean => askedBy(runStep, verb).names.includes('note')

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../../../../web/client/api.ts'
import { keyOf } from '../../../../web/client/live.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { Refs, Row } from '../../../../web/client/types.ts'
import { showInstant } from '../../../../web/format/time.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { Tests as Planned, Results } from '../../change/plan.rules.ts'
import { hands } from '../../parties.rules.ts'
import { changeScreenWords as words } from './words.ts'

/** Each test of the plan with what came of it; while the work goes on, one presses what one saw. */
export function Tests({ row }: { row: Row; refs: Refs }) {
  const say = useSay()
  const may = mayEver(hands, useSession()) && row.state === 'in-progress'
  const tests = row['tests'] as Planned
  const results = row['results'] as Results
  const [failing, setFailing] = useState<number>()
  const record = useRecord(row)
  return (
    <Card size="small" title={say(words.tests)}>
      {tests.length === 0 && <p className="ts-quiet">{say(words.noTests)}</p>}
      <ol className="chg-tests">
        {tests.map(({ what, expected }, test) => {
          const last = results.filter((one) => one.test === test).at(-1)
          const [tone, word] = !last
            ? (['start', words.open] as const)
            : last.passed
              ? (['kept', words.passed] as const)
              : (['broken', words.failed] as const)
          return (
            <li key={what}>
              <span className="chg-test">
                <StateTag tone={tone} word={say(word)} /> {what}{' '}
                <span className="ts-quiet">
                  {say(words.expected)}: {expected}
                </span>
                {last?.note && <span className={last.passed ? 'ts-quiet' : 'is-broken'}>{last.note}</span>}
                {last && <span className="ts-quiet ts-figures">{showInstant(last.at)}</span>}
              </span>
              {may && (
                <span className="chg-hands">
                  <Button size="small" loading={record.isPending} onClick={() => record.mutate({ test, passed: true })}>
                    {say(words.pass)}
                  </Button>
                  <Button size="small" danger onClick={() => setFailing(test)}>
                    {say(words.fail)}
                  </Button>
                </span>
              )}
            </li>
          )
        })}
      </ol>
      {failing !== undefined && (
        <Failing
          what={tests[failing]?.what ?? ''}
          onClose={() => setFailing(undefined)}
          onSaid={(note) =>
            record.mutate({ test: failing, passed: false, note }, { onSuccess: () => setFailing(undefined) })
          }
        />
      )}
    </Card>
  )
}

interface Recorded {
  readonly test: number
  readonly passed: boolean
  readonly note?: string
}

function useRecord(row: Row) {
  const text = useProblemText()
  const queries = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: (body: Recorded) => api.call(`/changes/${row.id}/record-test`, { method: 'POST', body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf('change') }),
    onError: (problem) => message.error(text(problem)),
  })
}

function Failing({ what, onClose, onSaid }: { what: string; onClose: () => void; onSaid: (note: string) => void }) {
  const say = useSay()
  const [note, setNote] = useState('')
  return (
    <Modal
      open
      title={`${say(words.failed)}: ${what}`}
      onCancel={onClose}
      onOk={() => onSaid(note.trim())}
      okButtonProps={{ danger: true, disabled: note.trim() === '' }}
      okText={say(words.fail)}
    >
      <Form layout="vertical">
        <Form.Item label={say(words.seen)} htmlFor="chg-seen" required>
          <Input.TextArea
            id="chg-seen"
            rows={3}
            maxLength={1_000}
            value={note}
            onChange={(e) => setNote(e.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}

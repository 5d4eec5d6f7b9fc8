import { App, Button, Card, Form, Input, InputNumber, Segmented } from 'antd'
import { useState } from 'react'
import { useWriteOf } from '../../../../web/client/hooks.ts'
import { showDay } from '../../../../web/format/time.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { hoursText } from '../../working-calendar/hours.rules.ts'
import { workingCalendar } from '../../working-calendar/working-calendar.record.ts'
import type { CalendarRow } from './CalendarBody.tsx'
import { calendarWords as words } from './words.ts'

/** Every day off and make-up day with its reason and source; into a draft, whole lists at once. */
export function Dates({ calendar }: { calendar: CalendarRow }) {
  const say = useSay()
  const lang = useLang()
  const { closed, madeUp } = calendar
  const lines = [
    ...closed.map(({ from, to, reason, source }) => ({ from, to, what: words.closed, reason, source })),
    ...madeUp.map(({ date, hours, reason, source }) => ({
      from: date,
      to: date,
      what: words['made-up'],
      hours,
      reason,
      source,
    })),
  ].sort((a, b) => (a.from < b.from ? -1 : 1))
  const may = calendar.state === 'draft' && calendar.can?.['import-holidays'] === true
  return (
    <Card size="small" title={say(words.dates)}>
      {may && <Import calendar={calendar} />}
      {lines.length === 0 ? (
        <p className="ts-quiet">{say(words.none)}</p>
      ) : (
        <div className="adm-cal-scroll">
          <table className="adm-cal-dates">
            <thead>
              <tr>
                <th>{say(words.date)}</th>
                <th />
                <th>{say(words.reason)}</th>
                <th>{say(words.source)}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={`${line.what[1]} ${line.from}`}>
                  <td className="ts-figures">
                    {showDay(line.from, lang)}
                    {line.to !== line.from && ` – ${showDay(line.to, lang)}`}
                  </td>
                  <td>
                    {say(line.what)}
                    {'hours' in line && line.hours && (
                      <div className="ts-quiet ts-figures">{hoursText(line.hours)}</div>
                    )}
                  </td>
                  <td>{say(line.reason)}</td>
                  <td className="ts-quiet">{line.source}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}

interface Given {
  readonly year?: number
  readonly text?: string
  readonly source?: string
}

function Import({ calendar }: { calendar: CalendarRow }) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const [form] = Form.useForm<Given>()
  const [from, setFrom] = useState<'mainland' | 'text'>('mainland')
  const write = useWriteOf(workingCalendar, calendar.id)
  const send = ({ year, text: pasted, source }: Given) =>
    write.mutate(
      {
        path: 'import-holidays',
        body: { list: from === 'mainland' ? { from, year } : { from, text: pasted, source } },
      },
      {
        onSuccess: (found) => {
          const { closed, madeUp } = found as { closed: number; madeUp: number }
          message.success(`${say(words.imported)}: ${say(words.closed)} ${closed}, ${say(words['made-up'])} ${madeUp}`)
        },
        onError: (problem) => message.error(text(problem)),
      },
    )
  const required = [{ required: true }]
  return (
    <Form
      form={form}
      layout="vertical"
      className="adm-cal-import"
      initialValues={{ year: Number((calendar.coversFrom ?? '2026').slice(0, 4)), source: calendar.source }}
      onFinish={send}
    >
      <Segmented
        aria-label={say(words.import)}
        value={from}
        onChange={setFrom}
        options={[
          { value: 'mainland', label: say(words.importYear) },
          { value: 'text', label: say(words.importText) },
        ]}
      />
      {from === 'mainland' ? (
        <Form.Item name="year" label={say(words.yearOf)} rules={required}>
          <InputNumber min={1990} max={2200} />
        </Form.Item>
      ) : (
        <>
          <Form.Item name="text" label={say(words.text)} rules={required} className="is-wide">
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
          </Form.Item>
          <Form.Item name="source" label={say(words.source)} rules={required} className="is-source">
            <Input maxLength={500} />
          </Form.Item>
        </>
      )}
      <Button htmlType="submit" loading={write.isPending}>
        {say(words.import)}
      </Button>
    </Form>
  )
}

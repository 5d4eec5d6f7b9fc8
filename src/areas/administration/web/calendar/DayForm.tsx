import { App, Form, Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useUpdate } from '../../../../web/client/hooks.ts'
import { showDay } from '../../../../web/format/time.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { words as common } from '../../../../web/words.ts'
import { withDay } from '../../working-calendar/holidays.rules.ts'
import { type Closed, dayOf, hoursText, type MadeUp, readHours } from '../../working-calendar/hours.rules.ts'
import { workingCalendar } from '../../working-calendar/working-calendar.record.ts'
import type { CalendarRow } from './CalendarBody.tsx'
import { datesBody } from './dates.ts'
import { calendarWords as words } from './words.ts'

type As = 'usual' | 'off' | 'worked'

interface Filled {
  readonly zh: string
  readonly en: string
  readonly source: string
  readonly hours?: string
}

/** One day of a draft: as the week says, off, or worked, with its reason and source. */
export function DayForm({ calendar, date, onClose }: { calendar: CalendarRow; date: string; onClose: () => void }) {
  const say = useSay()
  const lang = useLang()
  const text = useProblemText()
  const { message } = App.useApp()
  const [form] = Form.useForm<Filled>()
  const update = useUpdate(workingCalendar, calendar.id)
  const now = dayOf(calendar, date)
  const [as, setAs] = useState<As>(now.kind === 'closed' ? 'off' : now.kind === 'made-up' ? 'worked' : 'usual')
  const save = async () => {
    const filled = as === 'usual' ? null : await form.validateFields()
    const day = filled && dayFrom(date, as, filled)
    update.mutate(
      { version: calendar.version, ...datesBody(withDay(calendar, date, day)) },
      { onSuccess: onClose, onError: (problem) => message.error(text(problem)) },
    )
  }
  const required = [{ required: true, whitespace: true }]
  return (
    <Modal
      open
      title={showDay(date, lang)}
      onCancel={onClose}
      onOk={save}
      okText={say(common.save)}
      cancelText={say(common.cancel)}
      confirmLoading={update.isPending}
    >
      <Segmented<As>
        aria-label={say(words.day)}
        value={as}
        onChange={setAs}
        options={[
          { value: 'usual', label: say(words.asUsual) },
          { value: 'off', label: say(words.off) },
          { value: 'worked', label: say(words.worked) },
        ]}
      />
      {as !== 'usual' && (
        <Form
          form={form}
          layout="vertical"
          className="adm-cal-day"
          initialValues={{
            zh: now.reason?.[0],
            en: now.reason?.[1],
            source: now.source ?? calendar.source,
            hours: now.kind === 'made-up' ? hoursText(now.hours) : '',
          }}
        >
          <Form.Item name="zh" label={say(words.zh)} rules={required}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="en" label={say(words.en)} rules={required}>
            <Input maxLength={100} />
          </Form.Item>
          {as === 'worked' && (
            <Form.Item
              name="hours"
              label={say(words.hours)}
              rules={[{ validator: async (_rule, given: string) => readable(given ?? '', say(words.unread)) }]}
            >
              <Input />
            </Form.Item>
          )}
          <Form.Item name="source" label={say(words.source)} rules={required}>
            <Input maxLength={500} />
          </Form.Item>
        </Form>
      )}
    </Modal>
  )
}

function dayFrom(date: string, as: As, { zh, en, source, hours = '' }: Filled): Closed | MadeUp {
  const reason = [zh, en] as const
  if (as === 'off') return { from: date, to: date, reason, source }
  const given = readHours(hours)
  return given && given.length > 0 ? { date, hours: given, reason, source } : { date, reason, source }
}

function readable(text: string, otherwise: string): void {
  if (readHours(text) === null) throw new Error(otherwise)
}

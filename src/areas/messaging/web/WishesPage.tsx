import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Card, Segmented, Select, Skeleton, Switch, TimePicker } from 'antd'
import dayjs from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat.js'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import { LoadFailed, useProblemText } from '../../../web/shell/Broken.tsx'
import { useSay } from '../../../web/shell/lang.tsx'
import { useTitle } from '../../../web/shell/title.ts'
import { whyWords } from '../message/message.words.ts'
import { type Why, whys } from '../telling.rules.ts'
import type { Wishes } from '../wishes.rules.ts'
import { type MyWishes, useWishes } from './notices.ts'
import { noticeWords as words } from './words.ts'
import './notices.css'

/** How a person is told outside of the app: of what, by which way, and when not. */
export function WishesPage() {
  const say = useSay()
  const { data, error, refetch } = useWishes()
  useTitle(say(words.wishes))
  return (
    <div className="ts-pad msg-page">
      <h1 className="ts-title">{say(words.wishes)}</h1>
      <p className="ts-quiet">{say(words.wishesHint)}</p>
      {error && !data && <LoadFailed error={error} retry={() => refetch()} />}
      {!data && !error && <Skeleton active />}
      {data && <WishesForm mine={data} />}
    </div>
  )
}

dayjs.extend(customParseFormat)

const usualQuiet = { from: '22:00', to: '07:30' }

function WishesForm({ mine: { wishes: kept, ways } }: { mine: MyWishes }) {
  const say = useSay()
  const text = useProblemText()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [wishes, setWishes] = useState<Wishes>(kept)
  const save = useMutation({
    mutationFn: () => api.call('/notices/wishes', { method: 'POST', body: wishes }),
    onSuccess: () => {
      void message.success(say(words.saved))
      return queries.invalidateQueries({ queryKey: ['call', '/notices/wishes'] })
    },
  })
  const change = (more: Partial<Wishes>) => setWishes({ ...wishes, ...more })
  const choices = (['now', 'digest', 'never'] as const).map((value) => ({ value, label: say(words[value]) }))
  return (
    <Card size="small">
      {ways.length === 0 && <Alert type="info" showIcon title={say(words.noWay)} className="ts-gap" />}
      {save.error && <Alert type="error" showIcon title={text(save.error)} className="ts-gap" />}
      <table className="msg-wishes">
        <tbody>
          {whys.map((why: Why) => (
            <tr key={why}>
              <th scope="row" id={`wish-${why}`}>
                {say(whyWords[why])}
              </th>
              <td>
                <Segmented
                  aria-labelledby={`wish-${why}`}
                  options={choices}
                  value={wishes.when[why]}
                  onChange={(value) => change({ when: { ...wishes.when, [why]: value } })}
                />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              <label htmlFor="wish-through">{say(words.through)}</label>
            </th>
            <td>
              <Select
                id="wish-through"
                className="msg-through"
                popupMatchSelectWidth={false}
                value={wishes.through ?? ''}
                onChange={(value) => change({ through: value || null })}
                options={[
                  { value: '', label: say(words.usual) },
                  ...ways.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            </td>
          </tr>
          <tr>
            <th scope="row">
              <label htmlFor="wish-digest">{say(words.digestAt)}</label>
            </th>
            <td>
              <Time id="wish-digest" value={wishes.digestAt} onChange={(digestAt) => change({ digestAt })} />
            </td>
          </tr>
          <tr>
            <th scope="row">
              <label htmlFor="wish-quiet">{say(words.quiet)}</label>
            </th>
            <td>
              <div className="msg-bar">
                <Switch
                  id="wish-quiet"
                  checked={wishes.quiet !== null}
                  onChange={(on) => change({ quiet: on ? usualQuiet : null })}
                />
                {wishes.quiet && (
                  <>
                    <Time
                      label={say(words.quietFrom)}
                      value={wishes.quiet.from}
                      onChange={(from) => change({ quiet: { ...(wishes.quiet ?? usualQuiet), from } })}
                    />
                    –
                    <Time
                      label={say(words.quietTo)}
                      value={wishes.quiet.to}
                      onChange={(to) => change({ quiet: { ...(wishes.quiet ?? usualQuiet), to } })}
                    />
                  </>
                )}
              </div>
              <span className="ts-quiet">{say(words.quietHint)}</span>
            </td>
          </tr>
        </tbody>
      </table>
      <Button type="primary" onClick={() => save.mutate()} loading={save.isPending}>
        {say(words.keep)}
      </Button>
    </Card>
  )
}

/** A time of day on the firm's clock. */
function Time({
  id,
  label,
  value,
  onChange,
}: {
  id?: string
  label?: string
  value: string
  onChange: (time: string) => void
}) {
  return (
    <TimePicker
      {...(id && { id })}
      aria-label={label}
      className="msg-time"
      format="HH:mm"
      minuteStep={5}
      allowClear={false}
      needConfirm={false}
      value={dayjs(value, 'HH:mm')}
      onChange={(time) => time && onChange(time.format('HH:mm'))}
    />
  )
}

import { EnvironmentOutlined, LeftOutlined } from '@ant-design/icons'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Input, Skeleton } from 'antd'
import { useCallback, useState } from 'react'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { Camera } from '../../../../web/walk/Camera.tsx'
import { signal } from '../../../../web/walk/device.ts'
import { Standing, useKeptPage } from '../../../../web/walk/Standing.tsx'
import { Told } from '../../../../web/walk/Told.tsx'
import { useTyped } from '../../../../web/walk/useTyped.ts'
import { walkWords } from '../../../../web/walk/words.ts'
import { type Known, pathOf, type Reading, readAt } from './counting.ts'
import type { Mine } from './kept.ts'
import { LastRead } from './LastRead.tsx'
import { Lists } from './Lists.tsx'
import { PlacePicker } from './PlacePicker.tsx'
import { useCounting } from './useCounting.ts'
import { countWords as words } from './words.ts'
import './count.css'

/** `/count/STK-202611-0001`: a stocktake on a phone, one thing at a time, with a network or without. */
export function CountPage() {
  const say = useSay()
  const text = useProblemText()
  const { number = '' } = useParams({ strict: false }) as { number?: string }
  const counting = useCounting(number)
  const { known, isRead, problem } = counting
  useTitle(`${say(words.title)} ${number}`)
  if (known) return <Counting key={number} {...counting} known={known} />
  if (!isRead || !problem) return <Skeleton active className="ts-pad" paragraph={{ rows: 6 }} />
  return (
    <div className="wk-page">
      <Alert type="error" showIcon title={problem.status === 0 ? say(words.notHere) : text(problem)} />
      <Button size="large" onClick={() => void counting.sync('all')}>
        {say(walkWords.sendNow)}
      </Button>
    </div>
  )
}

type CountingProps = ReturnType<typeof useCounting> & { readonly known: Known }

function Counting({ known, me, net, problem, count, sync }: CountingProps) {
  const say = useSay()
  const { take, mine } = known
  const [at, setAt] = usePlace(take.number)
  const [picking, setPicking] = useState(false)
  const [last, setLast] = useState<{ reading: Extract<Reading, { is: 'asset' }>; key?: string }>()
  const isReady = useKeptPage('/count/')

  const keep = async (reading: Extract<Reading, { is: 'asset' }>, more: { holder?: string; note?: string } = {}) => {
    const { tag, line } = reading
    const { holder = null, note = null } = more
    setLast({ reading, key: await count({ tag, place: at, holder, note, name: line?.name ?? null }) })
  }
  const onRead = (read: string) => {
    const reading = readAt(known, at, read, me)
    signal(reading.is === 'place' || (!reading.again && (reading.said === 'found' || reading.said === 'noted')))
    if (reading.is === 'place') setAt(reading.place.id)
    else if (at === null) setPicking(true)
    else if (reading.again) setLast({ reading })
    else void keep(reading)
  }
  useTyped(onRead)

  const waiting = mine.filter((one) => one.status === 'waiting' && one.by === me).length
  return (
    <div className="wk-page">
      <header>
        <Link to={`/stocktakes/${take.number}`} aria-label={say(words.back)} className="wk-back">
          <LeftOutlined />
        </Link>
        <h1>{take.title}</h1>
        <Standing net={net} waiting={waiting} isReady={isReady} />
      </header>
      <State state={take.state} net={net} problem={problem} number={take.number} />
      <button type="button" className="ct-at" onClick={() => setPicking(true)}>
        <EnvironmentOutlined />
        <span>
          <small>{say(words.at)}</small>
          <b>{pathOf(take.places, at) || say(words.noPlace)}</b>
        </span>
      </button>
      <Camera onRead={onRead} />
      <TypeTag onRead={onRead} />
      {last && (
        <LastRead
          known={known}
          reading={last.reading}
          mine={last.key ? (mine.find(({ key }) => key === last.key) as Mine | undefined) : undefined}
          onAgain={(more) => void keep(last.reading, more)}
        />
      )}
      <Lists known={known} at={at} me={me} />
      {waiting > 0 && net === 'online' && (
        <Button size="large" onClick={() => void sync('all')}>
          {say(walkWords.sendNow)}
        </Button>
      )}
      <PlacePicker
        known={known}
        open={picking}
        onClose={() => setPicking(false)}
        onPick={(id) => {
          setAt(id)
          setPicking(false)
        }}
      />
    </div>
  )
}

interface StateProps extends Pick<CountingProps, 'net' | 'problem'> {
  readonly state: string
  readonly number: string
}

function State({ state, net, problem, number }: StateProps) {
  const say = useSay()
  return (
    <Told net={net} problem={problem} words={words} path={`/count/${number}`}>
      {state === 'cancelled' && <Alert type="error" showIcon title={say(words.cancelled)} />}
      {['settling', 'in-approval', 'done'].includes(state) && <Alert type="info" showIcon title={say(words.over)} />}
    </Told>
  )
}

function TypeTag({ onRead }: { onRead: (text: string) => void }) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const take = () => {
    if (typed.trim()) onRead(typed)
    setTyped('')
  }
  return (
    <form
      className="wk-type"
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      <Input
        size="large"
        value={typed}
        maxLength={200}
        autoComplete="off"
        autoCapitalize="characters"
        enterKeyHint="done"
        placeholder={say(words.typeHint)}
        aria-label={say(words.type)}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button size="large" htmlType="submit" disabled={!typed.trim()}>
        {say(words.take)}
      </Button>
    </form>
  )
}

/** Where one stands, kept over a reload. */
function usePlace(number: string): [string | null, (id: string) => void] {
  const key = `touchstone.count.${number}`
  const [at, set] = useState(() => localStorage.getItem(key))
  const setAt = useCallback(
    (id: string) => {
      localStorage.setItem(key, id)
      set(id)
    },
    [key],
  )
  return [at, setAt]
}

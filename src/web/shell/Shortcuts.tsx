import { useNavigate } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Words } from '../../record/words.ts'
import { useSession } from '../client/session.ts'
import { useParts } from '../context.ts'
import { words as common } from '../words.ts'
import { useSay } from './lang.tsx'
import { keysFor, type MenuArea, menuOf } from './menu.ts'
import { keyGroups, words } from './shortcuts.words.ts'
import { isForSomethingElse } from './typing.ts'
import './shortcuts.css'

/** How long a letter is waited for. */
const waitMs = 4_000

/** What the next letter may say. */
interface Choice {
  readonly key: string
  readonly words: Words
  readonly path: string
  /** An area: a further letter goes on to one of its lists. */
  readonly area?: MenuArea
}

/**
 * Keys that hold everywhere: `g` and a letter goes to an area, a second one to a list of it; `?` shows all keys. The letters
 * come from the menu, so that what one may use is what one may go to.
 */
export function Shortcuts() {
  const say = useSay()
  const navigate = useNavigate()
  const parts = useParts()
  const session = useSession()
  const areas = useMemo(() => menuOf(parts, session), [parts, session])
  const [asked, setAsked] = useState<readonly Choice[]>()
  const [help, setHelp] = useState(false)
  const waiting = useRef<readonly Choice[]>(undefined)
  waiting.current = asked
  useEffect(() => {
    if (!asked) return
    const timer = setTimeout(() => setAsked(undefined), waitMs)
    return () => clearTimeout(timer)
  }, [asked])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isForSomethingElse(event) || event.key === 'Shift') return
      const choices = waiting.current
      const choice = choices?.find(({ key }) => key === event.key.toLowerCase())
      if (choice) {
        setAsked(choice.area && entriesOf(choice.area))
        // The second letter corrects the first: one step back leads to where one was.
        void navigate({ to: choice.path, replace: choices?.some(({ area }) => area) === false })
      } else if (choices) setAsked(undefined)
      if (!choice && event.key === 'g' && !choices) setAsked(areasOf(areas))
      else if (!choice && event.key === '?') setHelp(true)
      else if (!choice && !(choices && event.key === 'Escape')) return
      event.preventDefault()
      // Nobody else takes the letter for a key of their own.
      event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [areas, navigate])
  return (
    <>
      {asked && (
        <div className="ts-go" role="status">
          <b>{say(words.goTo)}</b>
          <ul>
            {asked.map((one) => (
              <li key={one.key}>
                <kbd>{one.key}</kbd> {say(one.words)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Modal open={help} title={say(words.keys)} footer={null} onCancel={() => setHelp(false)} width={560}>
        {keyGroups.map(({ title, keys }) => (
          <section key={title[1]} className="ts-keys">
            <h3>{say(title)}</h3>
            <dl>
              {keys.map(([pressed, does]) => (
                <div key={does[1]}>
                  <dt>
                    {pressed.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{say(does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section className="ts-keys">
          <h3>{say(words.goTo)}</h3>
          <dl>
            {areasOf(areas).map((one) => (
              <div key={one.key}>
                <dt>
                  <kbd>g</kbd>
                  <kbd>{one.key}</kbd>
                </dt>
                <dd>{say(one.words)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </Modal>
    </>
  )
}

const home: Choice = { key: 'h', words: common.home, path: '/' }

const areasOf = (areas: readonly MenuArea[]): Choice[] => {
  const keys = keysFor(
    areas.map(({ code }) => code),
    [home.key],
  )
  const choices = areas.flatMap((area, n) => {
    const [key, path] = [keys[n], area.entries[0]?.path]
    return key && path ? [{ key, path, words: area.words, area }] : []
  })
  return [home, ...choices]
}

const entriesOf = ({ entries }: MenuArea): Choice[] => {
  const keys = keysFor(entries.map(({ path }) => path))
  return entries.flatMap(({ path, words: label }, n) => {
    const key = keys[n]
    return key ? [{ key, path, words: label }] : []
  })
}

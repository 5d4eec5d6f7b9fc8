import { Drawer, Input } from 'antd'
import { useMemo, useState } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import { type Known, pathOf, sums } from './counting.ts'
import { countWords as words } from './words.ts'

const mostShown = 200

interface PlacePickerProps {
  readonly known: Known
  readonly open: boolean
  readonly onPick: (id: string) => void
  readonly onClose: () => void
}

/** The places of the stocktake, each by the way to it, with what is left there. */
export function PlacePicker({ known, open, onPick, onClose }: PlacePickerProps) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const { places } = known.take
  const named = useMemo(
    () =>
      places.map((place) => ({ ...place, path: pathOf(places, place.id) })).sort((a, b) => (a.path < b.path ? -1 : 1)),
    [places],
  )
  const left = useMemo(() => sums(known), [known])
  const q = typed.trim().toLowerCase()
  const shown = named.filter(({ path, code }) => `${path} ${code}`.toLowerCase().includes(q))
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={say(words.choosePlace)}
      placement="bottom"
      size="85%"
      className="ct-places"
    >
      <Input
        size="large"
        allowClear
        value={typed}
        placeholder={say(words.findPlace)}
        aria-label={say(words.findPlace)}
        onChange={({ target }) => setTyped(target.value)}
      />
      <ul className="ts-plain">
        {shown.slice(0, mostShown).map(({ id, path, code }) => {
          const sum = left.get(id)
          return (
            <li key={id}>
              <button type="button" onClick={() => onPick(id)}>
                <span className="ct-path">{path}</span>
                <span className="ts-quiet ts-figures">{code}</span>
                {sum && (
                  <span className={sum.left > 0 ? 'ct-left ts-figures' : 'ct-left is-done ts-figures'}>
                    {sum.all - sum.left}/{sum.all}
                  </span>
                )}
              </button>
            </li>
          )
        })}
      </ul>
      {shown.length > mostShown && <p className="ts-quiet">{say(words.more)}</p>}
    </Drawer>
  )
}

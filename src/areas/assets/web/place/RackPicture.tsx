import { useSay } from '../../../../web/shell/lang.tsx'
import { placesFor, topOf, unitsText } from '../../location/rack.rules.ts'
import { measuresOf, type Rack, rackedIn, type Standing } from './places.ts'
import { freeWords, powerWords, putWords } from './words.ts'
import './place.css'

interface RackPictureProps {
  readonly rack: Rack
  /** What is being moved. */
  readonly picked?: Standing | undefined
  readonly onPick?: (one: Standing | undefined) => void
  readonly onPut?: (rack: Rack, unit: number) => void
  /** The one the page is about. */
  readonly here?: string
}

/** A rack from the front, unit by unit. While something is picked its free places are buttons, and dragging does the same. */
export function RackPicture({ rack, picked, onPick, onPut, here }: RackPictureProps) {
  const say = useSay()
  const { height } = rack
  const racked = rackedIn(rack)
  const { free, watts } = measuresOf(rack)
  const rowOf = (unit: number, units: number) => `${height - topOf({ unit, units }) + 1} / span ${units}`
  const places = picked
    ? placesFor(
        picked.units,
        height,
        racked.filter(({ id }) => id !== picked.id),
      ).filter((unit) => !isAt(rack, picked, unit))
    : []
  return (
    <figure className={`ast-rack ${here ? 'is-small' : ''}`}>
      <figcaption>
        <b>{rack.name}</b>
        <span className="ts-quiet ts-figures">
          {say(freeWords(free, height))}
          {watts > 0 && ` · ${say(powerWords(watts))}`}
        </span>
      </figcaption>
      <div className="ast-rack-frame" style={{ gridTemplateRows: `repeat(${height}, var(--ast-unit))` }}>
        {Array.from({ length: height }, (_, i) => i + 1).map((unit) => (
          <span key={unit} className="ast-rack-no" style={{ gridRow: rowOf(unit, 1) }}>
            {here && unit % 5 !== 0 ? '' : unit}
          </span>
        ))}
        {racked.map((one) => {
          const label = `${one.name} ${unitsText(one)} ${one.tag}`
          const look = `ast-rack-item is-${one.kind} ${one.id === here ? 'is-here' : ''} ${one.state === 'in-repair' ? 'is-out' : ''}`
          if (!onPick)
            return (
              <span key={one.id} className={look} style={{ gridRow: rowOf(one.unit, one.units) }} title={label}>
                {here ? '' : one.name}
              </span>
            )
          return (
            <button
              key={one.id}
              type="button"
              className={look}
              style={{ gridRow: rowOf(one.unit, one.units) }}
              title={label}
              aria-pressed={picked?.id === one.id}
              draggable
              onDragStart={() => onPick(one)}
              onDragEnd={() => onPick(undefined)}
              onClick={() => onPick(picked?.id === one.id ? undefined : one)}
            >
              {one.name}
            </button>
          )
        })}
        {places.map((unit) => (
          <button
            key={unit}
            type="button"
            className="ast-rack-free"
            style={{ gridRow: rowOf(unit, 1) }}
            onClick={() => onPut?.(rack, unit)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => onPut?.(rack, unit)}
          >
            {say(putWords(unitsText({ unit, units: picked?.units ?? 1 })))}
          </button>
        ))}
      </div>
    </figure>
  )
}

const isAt = (rack: Rack, { id }: Standing, unit: number): boolean =>
  rack.items.some((one) => one.id === id && one.unit === unit)

import { Link } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useSession } from '../../../../web/client/session.ts'
import { toneOf, useEntry, useParts } from '../../../../web/context.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { assetWords } from '../../asset/asset.words.ts'
import { keeper } from '../../keepers.rules.ts'
import { locationWords } from '../../location/location.words.ts'
import { useMoving } from './moving.ts'
import { type Contents, type Place, type Standing, useContents } from './places.ts'
import { RackPicture } from './RackPicture.tsx'
import { countWords, moreWords, movingWords, placeWords as words } from './words.ts'

interface PlacePanelProps {
  readonly place: Place
  readonly go: (id: string) => void
}

/** One place: where it is, its racks side by side, what else stands in it. */
export function PlacePanel({ place, go }: PlacePanelProps) {
  const say = useSay()
  const found = useContents(place.id)
  if (found.isPending) return <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
  if (found.isError) return <LoadFailed error={found.error} retry={() => found.refetch()} />
  const { path } = found.data
  return (
    <section className="ast-place" aria-label={place.name}>
      <header className="ast-place-head">
        <p className="ts-quiet">
          {path.slice(0, -1).map((one) => (
            <span key={one.id}>
              <button type="button" className="ast-link" onClick={() => go(one.id)}>
                {one.name}
              </button>
              {' › '}
            </span>
          ))}
          {say(locationWords.choices.kind[place.kind])} <span className="ts-figures">{place.code}</span>
        </p>
        <div className="ts-page-head">
          <h2 className="ts-title">{place.name}</h2>
          <span className="ts-grow" />
          <Link to={`/locations/${place.number}`}>{say(words.open)}</Link>
        </div>
      </header>
      <Within contents={found.data} go={go} />
    </section>
  )
}

function Within({ contents, go }: { contents: Contents; go: (id: string) => void }) {
  const say = useSay()
  const canMove = mayEver(keeper, useSession())
  const { picked, pick, put } = useMoving()
  const { racks, inside, items, count } = contents
  const others = inside.filter(({ kind }) => kind !== 'rack')
  const moving = canMove ? { picked, onPick: pick, onPut: put } : {}
  return (
    <>
      {racks.length > 0 && (
        <>
          {canMove && (
            <Alert
              type={picked ? 'warning' : 'info'}
              className="ast-moving"
              aria-live="polite"
              title={say(picked ? movingWords(picked.name) : words.pick)}
              action={
                picked && (
                  <span className="ast-moving-acts">
                    <Link to={`/assets/${picked.number}`}>{say(words.open)}</Link>
                    <Button size="small" onClick={() => pick(undefined)}>
                      {say(words.cancel)}
                    </Button>
                  </span>
                )
              }
            />
          )}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard */}
          <div className="ast-racks" tabIndex={0}>
            {racks.map((rack) => (
              <RackPicture key={rack.id} rack={rack} {...moving} />
            ))}
          </div>
        </>
      )}
      {others.length > 0 && (
        <div>
          <h3 className="ast-h">{say(words.inside)}</h3>
          <div className="ast-inside">
            {others.map((one) => (
              <Button key={one.id} size="small" onClick={() => go(one.id)}>
                {one.name}
              </Button>
            ))}
          </div>
        </div>
      )}
      {(items.length > 0 || racks.length === 0) && (
        <div>
          <h3 className="ast-h">
            {say(racks.length > 0 ? words.notInUnits : words.here)}{' '}
            <span className="ts-quiet ts-figures">{say(countWords(count))}</span>
          </h3>
          {items.length === 0 ? (
            <p className="ts-quiet">{say(words.nothing)}</p>
          ) : (
            <ul className="ts-plain ast-stands">
              {items.map((one) => (
                <Line key={one.id} one={one} onPick={canMove && racks.length > 0 ? pick : undefined} />
              ))}
            </ul>
          )}
          {count > items.length && <p className="ts-quiet">{say(moreWords(count - items.length))}</p>}
        </div>
      )}
    </>
  )
}

function Line({ one, onPick }: { one: Standing; onPick: ((one: Standing) => void) | undefined }) {
  const say = useSay()
  const { areas } = useParts()
  const tone = toneOf(areas, useEntry('asset'), 'state', one.state) ?? 'progress'
  return (
    <li>
      <Link to={`/assets/${one.number}`} className="ts-number">
        {one.tag}
      </Link>
      <span className="ast-stands-name">{one.name}</span>
      <span className="ts-quiet">{one.custodian}</span>
      <StateTag tone={tone} word={say(assetWords.states[one.state])} />
      {onPick && (
        <Button size="small" onClick={() => onPick(one)}>
          {say(words.intoRack)}
        </Button>
      )}
    </li>
  )
}

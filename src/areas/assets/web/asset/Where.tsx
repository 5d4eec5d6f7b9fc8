import { Link } from '@tanstack/react-router'
import { Card } from 'antd'
import type { Words } from '../../../../record/words.ts'
import { useItem } from '../../../../web/client/hooks.ts'
import { dateOf } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { assetModel } from '../../asset-model/asset-model.record.ts'
import { unitsText } from '../../location/rack.rules.ts'
import { useContents } from '../place/places.ts'
import { RackPicture } from '../place/RackPicture.tsx'
import { untilWords, assetScreenWords as words } from './words.ts'
import './asset.css'

/** Where it stands, with its place in the rack; who holds it; how long warranty and its maker's support last. */
export function Where({ row, refs }: PageProps) {
  const say = useSay()
  const location = row['location'] as string | null
  const unit = row['rackUnit'] as number | null
  return (
    <Card size="small" title={say(words.where)}>
      <div className="ast-where">
        <div className="ast-where-words">
          {location ? (
            <Path
              id={location}
              unit={unit === null ? '' : unitsText({ unit, units: (row['rackUnits'] as number) ?? 1 })}
            />
          ) : (
            <p className="ts-quiet">{say(words.nowhere)}</p>
          )}
          <p>
            {(['custodian', 'owner'] as const).map((field) => (
              <span key={field} className="ast-person">
                <span className="ts-quiet">{say(field === 'custodian' ? words.held : words.owned)}</span>{' '}
                {row[field] ? <RefLink id={row[field] as string} refs={refs} /> : say(words.nobody)}
              </span>
            ))}
          </p>
          <Until name={['保修', 'Warranty']} date={row['warrantyUntil'] as string | null} />
          {typeof row['model'] === 'string' && <Support model={row['model']} />}
        </div>
        {location && unit !== null && <InRack location={location} id={row.id} />}
      </div>
    </Card>
  )
}

function Path({ id, unit }: { id: string; unit: string }) {
  const { data } = useContents(id)
  if (!data) return null
  return (
    <p className="ast-path">
      {data.path.map((one, n) => (
        <span key={one.id}>
          {n > 0 && ' › '}
          <Link to="/places" search={{ at: one.number } as never}>
            {one.name}
          </Link>
        </span>
      ))}
      {unit && <b className="ts-figures"> {unit}</b>}
    </p>
  )
}

function InRack({ location, id }: { location: string; id: string }) {
  const rack = useContents(location).data?.racks.find((one) => one.id === location)
  return rack ? <RackPicture rack={rack} here={id} /> : null
}

const Support = ({ model }: { model: string }) => (
  <Until
    name={['厂家支持', 'Support by its maker']}
    date={useItem(assetModel, model).data?.item.supportUntil ?? null}
  />
)

function Until({ name, date }: { name: Words; date: string | null }) {
  const say = useSay()
  if (!date) return null
  const today = dateOf(new Date())
  return <p className={date < today ? 'is-late' : ''}>{say(untilWords(name, date, today))}</p>
}

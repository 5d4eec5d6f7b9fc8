import { Link } from '@tanstack/react-router'
import { toneOf, useParts } from '../../context.ts'
import { shownOf } from '../../format/value.ts'
import { useSay } from '../../shell/lang.tsx'
import { StateTag } from '../../widgets/StateTag.tsx'
import { More, Opener, type Opening, useHeading } from './Drawing.tsx'
import type { Group, Node, Spot } from './tree.ts'

interface ListingProps {
  readonly opening: Opening
  readonly onGo: () => void
}

/** The same as a picture, in words. */
export const Listing = ({ spot, ...rest }: ListingProps & { spot: Spot }) => (
  <ul className="ts-around-list">
    {spot.groups.map((group) => (
      <Ways key={group.key} group={group} of={spot.node} {...rest} />
    ))}
  </ul>
)

function Ways({ group, of, opening, onGo }: ListingProps & { group: Group; of: Node }) {
  const heading = useHeading(group, of)
  return (
    <li>
      <span className="ts-quiet">{heading}</span>
      <ul>
        {group.spots.map((spot) => (
          <li key={spot.node.id}>
            <One node={spot.node} opening={opening} onGo={onGo} />
            {spot.groups.length > 0 && <Listing spot={spot} opening={opening} onGo={onGo} />}
          </li>
        ))}
        {(group.hidden > 0 || group.more) && (
          <li>
            <More group={group} of={of} />
          </li>
        )}
      </ul>
    </li>
  )
}

function One({ node, opening, onGo }: ListingProps & { node: Node }) {
  const say = useSay()
  const { registry, areas } = useParts()
  const entry = registry.get(node.record)
  return (
    <span className="ts-around-one">
      <Opener node={node} opening={opening} />
      <Link to={`/${entry.record.plural}/${node.number}`} onClick={onGo} className="ts-ref">
        {node.number} {node.label}
      </Link>
      <StateTag
        tone={toneOf(areas, entry, 'state', node.state) ?? 'unknown'}
        word={say(shownOf(entry, 'state')?.choices?.[node.state] ?? [node.state, node.state])}
      />
    </span>
  )
}

import { MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { CSSProperties } from 'react'
import type { Words } from '../../../record/words.ts'
import { toneOf, useParts } from '../../context.ts'
import { shownOf } from '../../format/value.ts'
import { useSay } from '../../shell/lang.tsx'
import { ToneMark } from '../../widgets/StateTag.tsx'
import { type At, type PlacedGroup, type PlacedSpot, place, type Sizes } from './place.ts'
import type { Group, Node, Picture } from './tree.ts'
import { moreWords, wayWords, words } from './words.ts'

interface DrawingProps {
  readonly picture: Picture
  readonly sizes: Sizes
  /** What is opened, and how to open or fold; a picture that only shows has none. */
  readonly opening?: Opening | undefined
  /** A record of it was followed. */
  readonly onGo?: (() => void) | undefined
}

/** Opening what stands around a record of the picture. */
export interface Opening {
  readonly opened: ReadonlySet<string>
  readonly isFull: boolean
  readonly toggle: (node: Node) => void
}

/** A record in the middle and what stands around it: each a link to its page. */
export function Drawing({ picture, sizes, opening, onGo }: DrawingProps) {
  const { width, height, spots, groups, lines } = place(picture, sizes)
  const named = new Map(spots.map(({ spot }) => [spot.node.id, spot.node]))
  return (
    <div className={opening ? 'ts-around is-large' : 'ts-around'} style={{ width, height }}>
      <svg width={width} height={height} aria-hidden="true">
        {lines.map(({ path, isTie }) => (
          <path key={path} d={path} className={isTie ? 'is-tie' : ''} />
        ))}
      </svg>
      {groups.map((placed) => (
        <Heading key={placed.group.key} placed={placed} of={named.get(placed.of) as Node} sizes={sizes} />
      ))}
      {spots.map((placed) => (
        <Box key={placed.spot.node.id} placed={placed} opening={opening} onGo={onGo} />
      ))}
    </div>
  )
}

function Box({ placed, opening, onGo }: { placed: PlacedSpot } & Pick<DrawingProps, 'opening' | 'onGo'>) {
  const say = useSay()
  const { registry, areas } = useParts()
  const { node } = placed.spot
  const entry = registry.get(node.record)
  const tone = toneOf(areas, entry, 'state', node.state) ?? 'unknown'
  const state = say(shownOf(entry, 'state')?.choices?.[node.state] ?? [node.state, node.state])
  const isMiddle = placed.step === 0
  return (
    <div className={`ts-around-box ${isMiddle ? 'is-middle' : `is-${placed.side}`}`} style={styleOf(placed)}>
      <Link
        to={`/${entry.record.plural}/${node.number}`}
        title={`${say(entry.words.name)} ${node.number} ${node.label} (${state})`}
        aria-current={isMiddle ? 'true' : undefined}
        onClick={onGo}
      >
        <span className="ts-around-line">
          <span className="ts-figures">{node.number}</span>
          <span className="ts-around-state">{state}</span>
        </span>
        <span className="ts-around-line">
          <ToneMark tone={tone} />
          <span className="ts-around-label">{node.label}</span>
        </span>
      </Link>
      {opening && !isMiddle && <Opener node={node} opening={opening} />}
    </div>
  )
}

/** Opens what stands around a record, or folds it again. */
export function Opener({ node, opening: { opened, isFull, toggle } }: { node: Node; opening: Opening }) {
  const say = useSay()
  const isOpen = opened.has(node.id)
  const label = `${say(isOpen ? words.shut : words.open)} ${node.number}`
  return (
    <Button
      size="small"
      shape="circle"
      icon={isOpen ? <MinusOutlined /> : <PlusOutlined />}
      disabled={isFull && !isOpen}
      title={isFull && !isOpen ? say(words.full) : label}
      aria-label={label}
      aria-expanded={isOpen}
      onClick={() => toggle(node)}
    />
  )
}

function Heading({ placed, of, sizes }: { placed: PlacedGroup; of: Node; sizes: Sizes }) {
  const { group, moreAt, x, y, width } = placed
  const heading = useHeading(group, of)
  return (
    <>
      <div className="ts-around-way" style={styleOf({ x, y, width, height: sizes.heading })} title={heading}>
        {heading}
      </div>
      {moreAt !== undefined && (
        <div className="ts-around-more" style={styleOf({ x, y: moreAt, width, height: sizes.heading })}>
          <More group={group} of={of} />
        </div>
      )}
    </>
  )
}

/** What a group is called, seen from the record it stands around. */
export function useHeading({ ways, record }: Group, of: Node): string {
  const say = useSay()
  const { registry } = useParts()
  const called = ways.map((way): Words => wayWords(way, registry.get(of.record), registry.get(record)))
  return called.map(say).join(' · ')
}

/** That there are more; where a list of theirs can be told to show just these, it leads there. */
export function More({ group: { hidden, more, ways, record }, of }: { group: Group; of: Node }) {
  const say = useSay()
  const { registry } = useParts()
  const text = say(moreWords(hidden, more))
  const [way] = ways
  if (ways.length > 1 || way?.kind !== 'field' || way.direction !== 'in') return <>{text}</>
  return (
    <Link to={`/${registry.head(record).record.plural}`} search={{ [way.name]: of.id } as never}>
      {text}
    </Link>
  )
}

const styleOf = ({ x, y, width, height }: At): CSSProperties => ({ left: x, top: y, width, height })

import { useSay } from '../../shell/lang.tsx'
import { words } from '../../words.ts'
import { type Declared as DeclaredKind, useDeclared, useNameOf } from './Naming.tsx'
import type { Node, Part } from './node.ts'
import { useOffered } from './Offered.tsx'
import './shape.css'
import { ValueShow } from './Value.tsx'
import { ValuesShow } from './Values.tsx'

interface ShowProps {
  readonly node: Node
  readonly value: unknown
  readonly within: Readonly<Record<string, unknown>>
}

/** A shaped value as it is read: parts by their words, lists one below another. */
export function ShapeShow({ node, value, within }: ShowProps) {
  const say = useSay()
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0))
    return <span className="ts-quiet">{say(words.empty)}</span>
  if (node.offers) return <OfferedShow offers={node.offers} value={value} within={within} />
  if (node.names === 'value') return <ValueShow value={value} condition={within} />
  if (node.names === 'values') return <ValuesShow value={value} record={within['record']} />
  if (node.names) return <Declared names={node.names} beside={within['record']} value={value} />
  if (node.to && node.is === 'text') return <Named to={node.to} by={node.by ?? 'id'} value={value} />
  switch (node.is) {
    case 'flag':
      return say(value ? words.yes : words.no)
    case 'choice':
      return say(node.choices?.[String(value)] ?? [String(value), String(value)])
    case 'pair':
      return say(value as [string, string])
    case 'object':
    case 'tuple':
      return <Parts parts={node.parts} value={value} within={within} />
    case 'variant': {
      const now = node.options.find((one) => one.value === (value as Record<string, unknown>)[node.sign])
      if (!now) return <Json value={value} />
      return (
        <span className="ts-shape-said">
          <b>{say(now.words ?? [now.value, now.value])}</b>
          <Parts parts={now.parts} value={value} within={within} />
        </span>
      )
    }
    case 'list':
      if (node.tags) return (value as unknown[]).join('、')
      return (
        <ol className="ts-shape-list">
          {(value as unknown[]).map((one, at) => (
            <li key={at}>
              <ShapeShow node={node.of} value={one} within={within} />
            </li>
          ))}
        </ol>
      )
    case 'text':
    case 'number':
      return String(value)
    default:
      return <Json value={value} />
  }
}

const Json = ({ value }: { value: unknown }) => <code>{JSON.stringify(value)}</code>

function Parts({ parts, value, within }: { parts: readonly Part[]; value: unknown; within: ShowProps['within'] }) {
  const say = useSay()
  const now = value as Record<string, unknown>
  const filled = parts.filter(({ name }) => now[name] !== undefined && now[name] !== null)
  return (
    <dl className="ts-shape-parts">
      {filled.map(({ name, node }) => (
        <div key={name}>
          <dt>{say(node.words ?? [name, name])}</dt>
          <dd>
            <ShapeShow node={node} value={now[name]} within={{ ...within, ...now }} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Named({ to, by, value }: { to: string; by: string; value: unknown }) {
  const say = useSay()
  return (
    useNameOf(to, by, value) ?? (by === 'id' ? <span className="ts-quiet">{say(words.hidden)}</span> : String(value))
  )
}

function OfferedShow({ offers, value, within }: Omit<ShowProps, 'node'> & { offers: NonNullable<Node['offers']> }) {
  const known = new Map(useOffered(offers, within).map((one) => [one.value, one.label]))
  return [value]
    .flat()
    .map((one) => known.get(String(one)) ?? String(one))
    .join('、')
}

function Declared({ names, beside, value }: { names: DeclaredKind; beside: unknown; value: unknown }) {
  const known = new Map(useDeclared(names, beside).map((one) => [one.value, one.label]))
  return [value]
    .flat()
    .map((one) => known.get(String(one)) ?? String(one))
    .join('、')
}

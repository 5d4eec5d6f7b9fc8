import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber, Select, Switch } from 'antd'
import { useId } from 'react'
import { useSay } from '../../shell/lang.tsx'
import { words } from '../../words.ts'
import { JsonText } from '../JsonText.tsx'
import { type Declared, DeclaredNamed, RecordNamed, useDeclared } from './Naming.tsx'
import { fresh, type Node, type Part, startOf } from './node.ts'
import { Offered } from './Offered.tsx'
import { ValueEdit } from './Value.tsx'
import { ValuesEdit } from './Values.tsx'
import './shape.css'

interface ShapeProps {
  readonly node: Node
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly id: string
  /** The object it is a part of, and the objects around that one. */
  readonly within: Readonly<Record<string, unknown>>
  /** What it is called where no label stands beside it: a row of a list. */
  readonly label?: string
}

/** A shaped value as a form, read from its schema: objects as their parts, lists as rows to add, move along and take away. */
export function ShapeEdit(props: ShapeProps) {
  const { node, value, onChange, id, within, label } = props
  const say = useSay()
  const named = label ? { 'aria-label': label } : {}
  if (node.offers) return <Offered {...props} offers={node.offers} several={node.is === 'list'} />
  if (node.names === 'value') return <ValueEdit id={id} value={value} onChange={onChange} condition={within} />
  if (node.names === 'values') return <ValuesEdit id={id} value={value} onChange={onChange} record={within['record']} />
  if (node.names)
    return node.is === 'list' ? (
      <Acts {...props} />
    ) : (
      <DeclaredNamed {...props} names={node.names} beside={within['record']} />
    )
  if (node.to && node.is === 'text') return <RecordNamed {...props} to={node.to} by={node.by} />
  switch (node.is) {
    case 'text':
      return node.long ? (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2 }}
          value={textOf(value)}
          onChange={(e) => onChange(e.target.value || node.empty)}
        />
      ) : (
        <Input id={id} {...named} value={textOf(value)} onChange={(e) => onChange(e.target.value || node.empty)} />
      )
    case 'number':
      return <InputNumber id={id} value={(value as number) ?? null} onChange={(next) => onChange(next ?? node.empty)} />
    case 'flag':
      return <Switch id={id} checked={value === true} onChange={onChange} />
    case 'choice':
      return (
        <Select
          id={id}
          {...named}
          value={value === null ? undefined : (value as string | undefined)}
          allowClear={node.optional}
          placeholder={say(words.pick)}
          options={node.values.map((one) => ({ value: one, label: say(node.choices?.[one] ?? [one, one]) }))}
          onChange={(next: string | undefined) => onChange(next ?? node.empty)}
        />
      )
    case 'pair':
      return <Pair {...props} />
    case 'object':
      return (
        <Parts
          parts={node.parts}
          value={value}
          within={within}
          mayBeLeft={node.optional}
          // Emptied, what may be left out is left out.
          onChange={(next) => onChange(node.optional && Object.keys(next).length === 0 ? node.empty : next)}
        />
      )
    case 'tuple':
      // By place instead of by name, and in that order.
      return (
        <Parts parts={node.parts} value={value} within={within} onChange={(next) => onChange(Object.values(next))} />
      )
    case 'list':
      return node.tags ? <Tags {...props} of={node.of} /> : <Rows {...props} of={node.of} />
    case 'variant': {
      const now = node.options.find((one) => one.value === (value as Record<string, unknown> | null)?.[node.sign])
      return (
        <div className="ts-shape-variant">
          <Select
            id={id}
            {...named}
            value={now?.value}
            allowClear={node.optional}
            placeholder={say(words.pick)}
            options={node.options.map((one) => ({ value: one.value, label: say(one.words ?? [one.value, one.value]) }))}
            onChange={(next: string | undefined) => {
              const chosen = node.options.find((one) => one.value === next)
              onChange(chosen ? { [node.sign]: chosen.value, ...fresh(chosen.parts) } : node.empty)
            }}
          />
          {now && now.parts.length > 0 && <Parts parts={now.parts} value={value} within={within} onChange={onChange} />}
        </div>
      )
    }
    default:
      return <JsonText id={id} value={value} onChange={onChange} />
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function Parts({
  parts,
  value,
  within,
  mayBeLeft = false,
  onChange,
}: {
  parts: readonly Part[]
  value: unknown
  within: ShapeProps['within']
  mayBeLeft?: boolean
  onChange: (value: Readonly<Record<string, unknown>>) => void
}) {
  const say = useSay()
  const base = useId()
  const now = (value ?? {}) as Record<string, unknown>
  const isWanted = !mayBeLeft || Object.keys(now).length > 0
  return (
    <div className="ts-shape">
      {parts.map(({ name, node }) => (
        <div key={name} className={isWide(node) ? 'ts-shape-part is-wide' : 'ts-shape-part'}>
          <label htmlFor={`${base}${name}`}>
            {say(node.words ?? [name, name])}
            {isWanted && !node.optional && node.is !== 'flag' && node.is !== 'list' && (
              <span aria-hidden="true"> *</span>
            )}
          </label>
          <ShapeEdit
            node={node}
            id={`${base}${name}`}
            value={now[name]}
            within={{ ...within, ...now }}
            onChange={(next) => {
              const { [name]: _before, ...rest } = now
              onChange(next === undefined ? rest : { ...now, [name]: next })
            }}
          />
        </div>
      ))}
    </div>
  )
}

const isWide = (node: Node): boolean =>
  node.is === 'list' ||
  node.is === 'object' ||
  node.is === 'tuple' ||
  node.is === 'variant' ||
  node.is === 'other' ||
  node.is === 'pair' ||
  node.long === true

function Rows({ node, of, value, onChange, id, within }: ShapeProps & { of: Node }) {
  const say = useSay()
  const rows = Array.isArray(value) ? value : []
  const put = (at: number, next: unknown) => onChange(rows.map((one, n) => (n === at ? next : one)))
  return (
    <div className="ts-shape-rows">
      {rows.map((row, at) => (
        // A row has no name of its own: its place is what it is.
        <div key={at} className="ts-shape-row">
          <ShapeEdit
            node={of}
            id={`${id}-${at}`}
            label={`${say(node.words ?? words.add)} ${at + 1}`}
            value={row}
            within={within}
            onChange={(next) => put(at, next)}
          />
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={`${say(words.remove)} ${at + 1}`}
            onClick={() => onChange(rows.filter((_one, n) => n !== at))}
          />
        </div>
      ))}
      <Button id={id} size="small" icon={<PlusOutlined />} onClick={() => onChange([...rows, startOf(of) ?? ''])}>
        {say(words.add)}
      </Button>
    </div>
  )
}

/** Words one after the other: of one's own, or of those there are to choose from. */
function Tags({ value, onChange, id, of }: ShapeProps & { of: Node }) {
  const say = useSay()
  const choices = of.is === 'choice' ? of.values : undefined
  return (
    <Select
      id={id}
      mode={choices ? 'multiple' : 'tags'}
      tokenSeparators={[',', ',', '、']}
      value={(value as string[] | undefined) ?? []}
      {...(choices ? { placeholder: say(words.pick) } : { open: false, suffixIcon: null })}
      options={choices?.map((one) => ({ value: one, label: say(of.choices?.[one] ?? [one, one]) })) ?? []}
      onChange={onChange}
    />
  )
}

/** Several acts on the record that stands beside. */
function Acts({ node, value, onChange, id, within }: ShapeProps) {
  const say = useSay()
  const options = useDeclared((node.names ?? 'act') as Declared, within['record'])
  return (
    <Select
      id={id}
      mode="multiple"
      value={(value as string[] | undefined) ?? []}
      placeholder={say(words.pick)}
      options={options}
      onChange={onChange}
    />
  )
}

/** A text in both languages. */
function Pair({ value, onChange, id }: ShapeProps) {
  const [zh = '', en = ''] = (Array.isArray(value) ? value : []) as string[]
  return (
    <div className="ts-shape-pair">
      <Input id={id} value={zh} prefix="中" onChange={(e) => onChange([e.target.value, en])} />
      <Input aria-label="English" value={en} prefix="EN" onChange={(e) => onChange([zh, e.target.value])} />
    </div>
  )
}

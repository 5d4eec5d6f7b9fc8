import { useNavigate } from '@tanstack/react-router'
import { Button, Card, Descriptions } from 'antd'
import { useCustomFields } from '../../../web/client/customs.ts'
import { useEntryIf } from '../../../web/context.ts'
import { type Shown, shownOf, shownOfCustom } from '../../../web/format/value.ts'
import type { PageProps } from '../../../web/plugin.ts'
import { chipText } from '../../../web/record/chip.ts'
import { useFilterRefs } from '../../../web/record/filter/refs.ts'
import { searchOf, sortOf } from '../../../web/record/query.ts'
import { addressOf, type SavedView } from '../../../web/record/views/views.ts'
import { useLang, useSay } from '../../../web/shell/lang.tsx'
import { words } from '../../../web/words.ts'
import { adminWords } from './words.ts'

/** `due.from` filters by `due`, and `custom.floor.not` by `custom.floor`. */
const fieldOf = (key: string): string => key.replace(/\.(not|from|to)$/, '')

/** A view as its list says it: filters, sorting and columns in words, and the way there. */
export function ViewBody({ row }: PageProps) {
  const say = useSay()
  const lang = useLang()
  const navigate = useNavigate()
  const view = row as unknown as SavedView
  const entry = useEntryIf(view.record)
  const { query, columns } = addressOf(view)
  const customs = useCustomFields(entry?.record).map(shownOfCustom)
  const shown = (names: readonly string[]): Shown[] =>
    names.flatMap((name) => (entry && shownOf(entry, name)) ?? customs.find((one) => one.name === name) ?? [])
  const filtered = shown([...new Set(Object.keys(view.query.filters).map(fieldOf))])
  const refs = useFilterRefs(filtered, query, {})
  const sort = sortOf(query)
  const [sorted] = shown([sort.field])
  // A list that is no more has no view to open.
  if (!entry) return null
  const items = [
    ...filtered.map((one) => ({
      key: one.name,
      label: say(one.label),
      children: <b>{chipText(one, query, refs, lang)}</b>,
    })),
    ...(view.query.q ? [{ key: 'q', label: say(words.search), children: view.query.q }] : []),
    {
      key: 'sort',
      label: say(adminWords.sortedBy),
      children: sorted && `${say(sorted.label)} ${sort.descending ? '↓' : '↑'}`,
    },
    ...(columns
      ? [
          {
            key: 'columns',
            label: say(words.columns),
            children: shown(columns)
              .map(({ label }) => say(label))
              .join(lang === 'zh' ? '、' : ', '),
          },
        ]
      : []),
  ]
  const open = view.state !== 'closed' && (
    <Button
      type="primary"
      onClick={() => navigate({ to: `/${entry.record.plural}`, search: searchOf(addressOf(view)) as never })}
    >
      {say(adminWords.openList)}
    </Button>
  )
  return (
    <Card size="small" title={say(entry.words.plural)} extra={open}>
      <Descriptions size="small" column={1} items={items} />
    </Card>
  )
}

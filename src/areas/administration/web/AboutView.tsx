import { useNavigate } from '@tanstack/react-router'
import { Button, Card } from 'antd'
import { useParts } from '../../../web/context.ts'
import { shownOf } from '../../../web/format/value.ts'
import type { PageProps } from '../../../web/plugin.ts'
import { chipText } from '../../../web/record/chip.ts'
import { useFilterRefs } from '../../../web/record/filter/refs.ts'
import { searchOf } from '../../../web/record/query.ts'
import { addressOf, type SavedView } from '../../../web/record/views/views.ts'
import { useLang, useSay } from '../../../web/shell/lang.tsx'
import { adminWords } from './words.ts'
import './view.css'

/** A view as its list says it: each filter in words, and the way there. */
export function AboutView({ row }: PageProps) {
  const say = useSay()
  const lang = useLang()
  const navigate = useNavigate()
  const { registry } = useParts()
  const view = row as unknown as SavedView
  const entry = registry.all.find(({ record }) => record.name === view.record)
  const { query } = addressOf(view)
  const names = [...new Set(Object.keys(view.query.filters).map((key) => key.split('.')[0] ?? key))]
  const fields = names.flatMap((name) => (entry && shownOf(entry, name)) ?? [])
  const refs = useFilterRefs(fields, query, {})
  // A list that is no more has no view to open.
  if (!entry) return null
  return (
    <Card size="small" title={say(entry.words.plural)}>
      <div className="adm-view">
        {fields.map((shown) => (
          <span key={shown.name} className="ts-chip is-set">
            <span className="adm-view-filter">
              {say(shown.label)} <b>{chipText(shown, query, refs, lang)}</b>
            </span>
          </span>
        ))}
        {view.state !== 'closed' && (
          <Button
            type="primary"
            onClick={() => navigate({ to: `/${entry.record.plural}`, search: searchOf(addressOf(view)) as never })}
          >
            {say(adminWords.openList)}
          </Button>
        )}
      </div>
    </Card>
  )
}

import { CloseOutlined, DownOutlined, EditOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { Entry } from '../../../record/registry.ts'
import type { Words } from '../../../record/words.ts'
import { useSession } from '../../client/session.ts'
import type { Page, Refs } from '../../client/types.ts'
import { useParts } from '../../context.ts'
import { useSay } from '../../shell/lang.tsx'
import { lazily } from '../../shell/lazily.tsx'
import { ExportMenu } from '../ExportMenu.tsx'
import { allWords, selectAllWords, selectedWords, words } from '../list.words.ts'
import type { ListQuery } from '../query.ts'
import { isSome, type Selection } from '../selection.ts'
import { bulkVerbs, mayUpdateMany } from './bulk.ts'

const BulkForm = lazily(() => import('./BulkForm.tsx').then((m) => m.BulkForm), null)

interface SelectionBarProps {
  readonly entry: Entry
  readonly selection: Selection
  readonly count: Page['count'] | undefined
  readonly query: ListQuery
  readonly columns: readonly string[]
  readonly refs: Refs
  readonly onAll: () => void
  readonly onClear: () => void
}

/** As many verbs as stand open; further ones are in the menu. */
const beside = 4

/** What may be done with the rows chosen: over the list's foot, so that nothing moves when it comes. */
export function SelectionBar({ entry, selection, count, query, columns, refs, onAll, onClear }: SelectionBarProps) {
  const say = useSay()
  const session = useSession()
  const [doing, setDoing] = useState<{ verb: string; selection: Selection }>()
  const verbs = bulkVerbs(entry, session)
  const act = useParts().areas.find((area) => area.chosenActs?.[entry.record.name])?.chosenActs?.[entry.record.name]
  const Act = act && lazily(act, null)
  const label = (verb: string) => say((entry.words.verbs as Record<string, Words>)[verb] ?? [verb, verb])
  const manyOf = ({ all, ids }: Selection): Words =>
    all && count ? allWords(count) : selectedWords(all ? (count?.value ?? 0) : ids.size)
  const start = (verb: string) => setDoing({ verb, selection })
  const more = count !== undefined && (count.atLeast || count.value > selection.ids.size)
  return (
    <>
      {isSome(selection) && (
        <div className="ts-selection" role="toolbar" aria-label={say(words.select)}>
          <b className="ts-figures">{say(manyOf(selection))}</b>
          {!selection.all && more && (
            <Button type="link" size="small" onClick={onAll}>
              {say(selectAllWords(count))}
            </Button>
          )}
          <span className="ts-selection-line" />
          {verbs.slice(0, beside).map((verb) => (
            <Button key={verb} size="small" onClick={() => start(verb)}>
              {label(verb)}
            </Button>
          ))}
          {verbs.length > beside && (
            <Dropdown
              trigger={['click']}
              menu={{
                items: verbs
                  .slice(beside)
                  .map((verb) => ({ key: verb, label: label(verb), onClick: () => start(verb) })),
              }}
            >
              <Button size="small">
                {say(words.moreVerbs)} <DownOutlined />
              </Button>
            </Dropdown>
          )}
          {mayUpdateMany(entry, session) && (
            <Button size="small" icon={<EditOutlined />} onClick={() => start('update')}>
              {say(words.bulkEdit)}
            </Button>
          )}
          {Act && <Act selection={selection} query={query} />}
          <ExportMenu record={entry.record} query={query} columns={columns} selection={selection} small />
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            onClick={onClear}
            aria-label={say(words.clearSelection)}
            title={say(words.clearSelection)}
          />
        </div>
      )}
      {doing && (
        <BulkForm
          entry={entry}
          verb={doing.verb}
          selection={doing.selection}
          many={manyOf(doing.selection)}
          query={query}
          refs={refs}
          onClose={() => setDoing(undefined)}
          onBegun={onClear}
        />
      )}
    </>
  )
}

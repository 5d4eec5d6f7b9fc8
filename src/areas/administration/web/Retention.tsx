import { Link } from '@tanstack/react-router'
import { Table } from 'antd'
import type { Words } from '../../../record/words.ts'
import { showBytes } from '../../../web/format/bytes.ts'
import { showInstant } from '../../../web/format/time.ts'
import { useSay } from '../../../web/shell/lang.tsx'
import { Loaded } from './Loaded.tsx'
import { daysWords, removedWords, adminWords as words } from './words.ts'

interface Standing {
  readonly code: string
  readonly words: Words
  readonly days: number | null
  readonly oldest: string | null
  readonly bytes: number
  readonly partitions: number | null
  readonly removed: { readonly at: string; readonly until: string; readonly rows: number } | null
}

/** What grows: how long each kind is kept, how far back it reaches, and what went last. */
export function Retention() {
  const say = useSay()
  const kept = (days: number | null) =>
    say(days === null ? words.forEver : days === 0 ? words.untilOver : daysWords(days))
  return (
    <Loaded<{ items: Standing[] }> path="/house/retention" title={say(words.retention)} watches={['house-setting']}>
      {({ items }) => (
        <>
          <p className="ts-quiet">
            {say(words.retentionHint)} <Link to={'/settings' as '/'}>{say(words.changePeriods)}</Link>
          </p>
          <Table<Standing>
            size="small"
            rowKey="code"
            pagination={false}
            dataSource={items}
            scroll={{ x: 'max-content' }}
            columns={[
              { title: say(words.kept), render: (_value, one) => say(one.words) },
              { title: say(words.period), dataIndex: 'days', render: kept },
              { title: say(words.oldest), dataIndex: 'oldest', render: (at) => (at ? showInstant(at) : '—') },
              { title: say(words.size), dataIndex: 'bytes', align: 'right', render: showBytes },
              { title: say(words.partitions), dataIndex: 'partitions', align: 'right', render: (n) => n ?? '—' },
              {
                title: say(words.removed),
                dataIndex: 'removed',
                render: (removed: Standing['removed'], { days }) =>
                  removed ? (
                    <>
                      {showInstant(removed.at)}{' '}
                      <span className="ts-quiet">{say(removedWords(removed.rows, showInstant(removed.until)))}</span>
                    </>
                  ) : (
                    <span className="ts-quiet">{days === null ? '—' : say(words.neverRemoved)}</span>
                  ),
              },
            ]}
          />
        </>
      )}
    </Loaded>
  )
}

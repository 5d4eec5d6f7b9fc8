import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown, Tooltip } from 'antd'
import type { AnyRecord } from '../../record/record.ts'
import { queryString } from '../client/api.ts'
import { useLang, useSay } from '../shell/lang.tsx'
import { words } from './list.words.ts'
import type { ListQuery } from './query.ts'
import { isSome, noSelection, type Selection } from './selection.ts'

const formats = [
  ['xlsx', 'Excel (.xlsx)'],
  ['csv', 'CSV'],
  ['json', 'JSON'],
  ['pdf', 'PDF'],
] as const

/** Rows chosen by hand stand in the address, and an address is only so long. */
const mostNamed = 200

interface ExportMenuProps {
  readonly record: AnyRecord
  readonly query: ListQuery
  readonly columns: readonly string[]
  readonly selection?: Selection
  readonly small?: boolean
}

/** The list as a file: exactly these rows in this order, with these columns. */
export function ExportMenu({ record, query, columns, selection = noSelection, small }: ExportMenuProps) {
  const say = useSay()
  const lang = useLang()
  const isTooMany = !selection.all && selection.ids.size > mostNamed
  const items = formats.map(([format, label]) => ({
    key: format,
    label: (
      <a href={exportAddress(record, format, { ...query, lang }, columns, selection)} download>
        {label}
      </a>
    ),
  }))
  return (
    <Tooltip title={say(isTooMany ? words.exportTooMany : words.exportHint)}>
      <Dropdown trigger={['click']} menu={{ items }} disabled={isTooMany} placement="bottomRight">
        {small ? (
          <Button size="small" icon={<DownloadOutlined />}>
            {say(words.export)}
          </Button>
        ) : (
          <Button icon={<DownloadOutlined />} aria-label={say(words.export)} />
        )}
      </Dropdown>
    </Tooltip>
  )
}

/** Where the server makes that file. */
export function exportAddress(
  record: AnyRecord,
  format: string,
  query: ListQuery,
  columns: readonly string[],
  selection: Selection = noSelection,
): string {
  const chosen = isSome(selection) && !selection.all ? { ids: [...selection.ids].join(',') } : {}
  return `/api/${record.plural}/export${queryString({ format, columns: columns.join(','), ...query, ...chosen })}`
}

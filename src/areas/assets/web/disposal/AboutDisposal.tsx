import { FileExcelOutlined, FilePdfOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Card, Skeleton } from 'antd'
import type { Words } from '../../../../record/words.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import { toneOf, useEntry, useParts } from '../../../../web/context.ts'
import { showNumber } from '../../../../web/format/value.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { HeadedTable } from '../../../../web/widgets/HeadedTable.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { assetWords } from '../../asset/asset.words.ts'
import { Media } from './Media.tsx'
import { disposalScreenWords as words } from './words.ts'
import './disposal.css'

interface LeavingAsset {
  readonly id: string
  readonly number: string
  readonly tag: string
  readonly name: string
  readonly state: keyof typeof assetWords.states
  readonly serial: string | null
  readonly category: string
  readonly storage: boolean
  readonly cost: number | null
  readonly bookValue: number | null
}

interface Leaving {
  readonly assets: readonly LeavingAsset[]
  readonly missing: readonly Words[]
}

/** What leaves by a disposal, what it is worth, and how far the destruction of its data has come. */
export function AboutDisposal({ row }: PageProps) {
  const say = useSay()
  const lang = useLang()
  const found = useCall<Leaving>(`/disposals/${row.id}/leaving`, {}, ['disposal', 'destruction', 'asset'])
  if (found.isError) return <LoadFailed error={found.error} retry={() => found.refetch()} />
  if (!found.data) return <Skeleton active className="ts-pad" paragraph={{ rows: 4 }} />
  const { assets, missing } = found.data
  const file = (format: string) => `/api/disposals/${row.id}/${format}?lang=${lang}`
  return (
    <>
      <Card
        size="small"
        title={`${say(words.assets)} (${assets.length})`}
        extra={
          <span className="dsp-files">
            <Button size="small" icon={<FilePdfOutlined />} href={file('pdf')}>
              {say(words.slip)} PDF
            </Button>
            <Button size="small" icon={<FileExcelOutlined />} href={file('xlsx')}>
              Excel
            </Button>
          </span>
        }
      >
        <Assets assets={assets} />
      </Card>
      <Media row={row} missing={missing} holdsData={assets.some(({ storage }) => storage)} />
    </>
  )
}

const heads = [words.tag, words.name, words.category, words.serial, words.state, words.cost, words.worth]

function Assets({ assets }: { assets: readonly LeavingAsset[] }) {
  const say = useSay()
  const { areas } = useParts()
  const entry = useEntry('asset')
  const sum = (name: 'cost' | 'bookValue') =>
    assets.some((one) => one[name] !== null) ? money(assets.reduce((all, one) => all + (one[name] ?? 0), 0)) : '—'
  return (
    <HeadedTable box="dsp-scroll" table="dsp-table" heads={heads}>
      <tbody>
        {assets.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Link to={`/assets/${one.number}`} className="ts-figures">
                {one.tag}
              </Link>
            </th>
            <td>{one.name}</td>
            <td>
              {one.category}
              {one.storage && <span className="ts-quiet"> · {say(words.storage)}</span>}
            </td>
            <td className="ts-figures">{one.serial ?? '—'}</td>
            <td>
              <StateTag
                tone={toneOf(areas, entry, 'state', one.state) ?? 'start'}
                word={say(assetWords.states[one.state])}
              />
            </td>
            <td className="is-figure">{money(one.cost)}</td>
            <td className="is-figure">{money(one.bookValue)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={5}>
            {say(words.sum)}
          </th>
          <td className="is-figure">{sum('cost')}</td>
          <td className="is-figure">{sum('bookValue')}</td>
        </tr>
      </tfoot>
    </HeadedTable>
  )
}

const money = (yuan: number | null): string => (yuan === null ? '—' : showNumber(Math.round(yuan)))

import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Card, Checkbox, Empty, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useCall, useList } from '../../../../web/client/hooks.ts'
import { showInstant } from '../../../../web/format/time.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { Pair } from '../../config-check/compare.rules.ts'
import { configCheck } from '../../config-check/config-check.record.ts'
import { titles } from '../titles.words.ts'
import { configScreenWords as words } from './words.ts'
import './config.css'

interface Search {
  readonly checklist?: string
  readonly left?: string
  readonly right?: string
}

/** `/config-compare?checklist=…&left=CFK-…&right=CFK-…`: two systems beside each other, or one at two dates. */
export function ComparePage() {
  const say = useSay()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Search
  const { checklist, left, right } = search
  useTitle(say(titles.compare))
  const go = (to: Search) =>
    navigate({ to: '/config-compare' as '/', search: { ...search, ...to } as never, replace: true })
  return (
    <div className="cfg-page">
      <div className="ts-page-head">
        <h1 className="ts-title">{say(titles.compare)}</h1>
      </div>
      <div className="cfg-sides">
        <Side name={say(words.left)} checklist={checklist} value={left} choose={(number) => go({ left: number })} />
        <Side name={say(words.right)} checklist={checklist} value={right} choose={(number) => go({ right: number })} />
      </div>
      {left && right ? (
        <Compared left={left} right={right} />
      ) : (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.choose)} />
      )}
    </div>
  )
}

interface SideProps {
  readonly name: string
  readonly checklist: string | undefined
  readonly value: string | undefined
  readonly choose: (number: string) => void
}

function Side({ name, checklist, value, choose }: SideProps) {
  const { data } = useList(configCheck, checklist ? { checklist } : {})
  const rows = (data?.pages ?? []).flatMap(({ items }) => items).filter(({ checkedAt }) => checkedAt !== null)
  return (
    <Select
      aria-label={name}
      placeholder={name}
      {...(value !== undefined && { value })}
      showSearch={{ optionFilterProp: 'label' }}
      options={rows.map(({ number, title, checkedAt }) => ({
        value: number,
        label: `${title} · ${showInstant(checkedAt as string)}`,
      }))}
      onChange={choose}
    />
  )
}

interface Checked {
  readonly number: string
  readonly title: string
  readonly checkedAt: string | null
}

/** Of which system, and when: two dates of one system differ in that alone. */
const Whose = ({ check: { number, title, checkedAt } }: { check: Checked }) => (
  <th>
    <Link to={`/config-checks/${number}`}>{title}</Link>
    {checkedAt && <div className="ts-figures">{showInstant(checkedAt)}</div>}
  </th>
)

function Compared({ left, right }: { left: string; right: string }) {
  const say = useSay()
  const [onlyDiffering, setOnly] = useState(true)
  const found = useCall<{ items: Pair[]; left: Checked; right: Checked }>('/config-comparison', { left, right }, [
    configCheck.name,
  ])
  if (found.isError) return <LoadFailed error={found.error} retry={() => found.refetch()} />
  if (!found.data) return <Skeleton active className="ts-pad" paragraph={{ rows: 6 }} />
  const shown = found.data.items.filter(({ same }) => !onlyDiffering || same !== true)
  return (
    <Card
      size="small"
      extra={
        <Checkbox checked={onlyDiffering} onChange={(event) => setOnly(event.target.checked)}>
          {say(words.differ)}
        </Checkbox>
      }
    >
      {shown.length === 0 && <p className="ts-quiet">{say(words.alike)}</p>}
      {shown.length > 0 && (
        <div className="cfg-scroll">
          <table className="cfg-table">
            <thead>
              <tr className="ts-quiet">
                <th>{say(words.item)}</th>
                <Whose check={found.data.left} />
                <Whose check={found.data.right} />
                <th />
              </tr>
            </thead>
            <tbody>
              {shown.map(({ key, name, left: one, right: other, same }) => (
                <tr key={key}>
                  <th>{say(name)}</th>
                  <td className="ts-figures">{one ?? '–'}</td>
                  <td className="ts-figures">{other ?? '–'}</td>
                  <td>
                    {same === null ? (
                      <StateTag tone="unknown" word={say(words.unknown)} />
                    ) : (
                      <StateTag tone={same ? 'kept' : 'late'} word={say(same ? words.same : words.different)} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}

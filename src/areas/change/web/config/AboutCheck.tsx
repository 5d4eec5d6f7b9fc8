import { Link } from '@tanstack/react-router'
import { Card } from 'antd'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { expectText } from '../../config-check/judge.rules.ts'
import type { Found } from '../../config-checklist/items.rules.ts'
import { Cell } from './Cell.tsx'
import { configScreenWords as words } from './words.ts'
import './config.css'

/** Each item of a check, what is not as it must be first. */
export function AboutCheck({ row }: PageProps) {
  const say = useSay()
  const found = row['found'] as Found[]
  if (found.length === 0) return null
  const order = ['drift', 'unknown', 'matches']
  const sorted = [...found].sort((a, b) => order.indexOf(a.is) - order.indexOf(b.is))
  return (
    <Card
      size="small"
      title={say(words.matrix)}
      extra={
        <Link
          to={'/config-compare' as '/'}
          search={{ checklist: row['checklist'], left: row.number } as never}
          className="ts-ref"
        >
          {say(words.compare)}
        </Link>
      }
    >
      <table className="cfg-table">
        <thead>
          <tr className="ts-quiet">
            <th>{say(words.item)}</th>
            <th>{say(words.wanted)}</th>
            <th>{say(words.found)}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ key, name, nameEn, expect, ...cell }) => (
            <tr key={key}>
              <th>{say([name, nameEn ?? name])}</th>
              <td className="ts-quiet ts-figures">{say(expectText(expect))}</td>
              <td>
                <Cell cell={{ ...cell, wanted: expectText(expect) }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

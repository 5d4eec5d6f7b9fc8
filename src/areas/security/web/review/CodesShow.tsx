import { Tag } from 'antd'
import type { FieldProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { FrozenRight } from '../../access-review-item/decide.rules.ts'
import { workWords as words } from './words.ts'
import './review.css'

const mostInLine = 3

function Codes({ codes, dense }: { codes: readonly string[]; dense: boolean }) {
  if (codes.length === 0) return <span className="ts-quiet">—</span>
  const shown = dense ? codes.slice(0, mostInLine) : codes
  return (
    <span className="arv-rights">
      {shown.map((code) => (
        <Tag key={code}>{code}</Tag>
      ))}
      {codes.length > shown.length && <span className="ts-quiet ts-figures">+{codes.length - shown.length}</span>}
    </span>
  )
}

const codesIn = (name: string) =>
  function CodesOf({ row, dense }: FieldProps) {
    return <Codes codes={(row[name] ?? []) as string[]} dense={dense} />
  }

/** Rights as a system names them. */
export const RightsShow = codesIn('rights')
export const BeyondShow = codesIn('beyond')
export const TakeShow = codesIn('take')

/** Rights as they were frozen: what was not granted, and what was granted and is not there. */
export function FrozenShow({ row }: FieldProps) {
  return <FrozenRights rights={(row['rights'] ?? []) as FrozenRight[]} />
}

export function FrozenRights({ rights }: { rights: readonly FrozenRight[] }) {
  const say = useSay()
  if (rights.length === 0) return <span className="ts-quiet">{say(words.noRights)}</span>
  return (
    <span className="arv-rights">
      {rights.map(({ code, name, privileged, found, granted }) => (
        <Tag key={code} className={granted ? (found ? '' : 'arv-missing') : 'arv-beyond'}>
          {name ?? code}
          {privileged && ` · ${say(words.privileged)}`}
          {!granted && ` · ${say(words.notGranted)}`}
          {!found && ` · ${say(words.notFound)}`}
        </Tag>
      ))}
    </span>
  )
}

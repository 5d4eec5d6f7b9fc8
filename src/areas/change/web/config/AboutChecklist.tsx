import { Link } from '@tanstack/react-router'
import { Alert, Button, Card, Skeleton } from 'antd'
import type { Words } from '../../../../record/words.ts'
import { useCall, useWriteOf } from '../../../../web/client/hooks.ts'
import { showInstant } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed, useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { configCheck } from '../../config-check/config-check.record.ts'
import { configCheckWords } from '../../config-check/config-check.words.ts'
import { configChecklist } from '../../config-checklist/config-checklist.record.ts'
import { changeTones } from '../change/tones.ts'
import { Cell, type Shown } from './Cell.tsx'
import { configScreenWords as words } from './words.ts'
import './config.css'

interface Matrix {
  readonly items: readonly { readonly key: string; readonly name: Words; readonly wanted: Words }[]
  readonly components: readonly Place[]
}

interface Place {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly check: {
    readonly number: string
    readonly state: (typeof configCheck.states)[number]
    readonly checkedAt: string | null
    readonly driftSince: string | null
    readonly edition: number
  } | null
  readonly waits: boolean
  readonly baseline: string | null
  readonly cells: readonly (Shown & { readonly key: string })[]
}

/** Components beside each other, items below each other: what each has, and what it should have. */
export function AboutChecklist({ row }: PageProps) {
  const say = useSay()
  const text = useProblemText()
  const write = useWriteOf<{ checks: unknown }>(configChecklist, row.id)
  const found = useCall<Matrix>(`/config-checklists/${row.id}/matrix`, {}, [configChecklist.name, configCheck.name])
  if (found.isError) return <LoadFailed error={found.error} retry={() => found.refetch()} />
  if (!found.data) return <Skeleton active className="ts-pad" paragraph={{ rows: 6 }} />
  const { items, components } = found.data
  const mayCheck = row.can?.['check'] === true && row.state === 'in-force'
  const check = (component?: string) => write.mutate({ path: 'check', body: component ? { component } : {} })
  const checked = components.flatMap(({ check: one }) => (one ? [one.number] : []))
  return (
    <Card
      size="small"
      title={say(words.matrix)}
      extra={
        <>
          {checked.length > 0 && (
            <Link
              to={'/config-compare' as '/'}
              search={{ checklist: row.id, left: checked[0], right: checked[1] } as never}
              className="ts-ref"
            >
              {say(words.compare)}
            </Link>
          )}{' '}
          {mayCheck && (
            <Button size="small" loading={write.isPending} onClick={() => check()}>
              {say(words.checkAll)}
            </Button>
          )}
        </>
      }
    >
      {write.error && <Alert type="error" showIcon title={text(write.error)} className="ts-gap" />}
      <div className="cfg-scroll">
        <table className="cfg-table">
          <thead>
            <tr>
              <th className="ts-quiet">{say(words.item)}</th>
              <th className="ts-quiet">{say(words.wanted)}</th>
              {components.map((place) => (
                <th key={place.id}>
                  <Head place={place} edition={row['edition'] as number} {...(mayCheck && { check })} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map(({ key, name, wanted }) => (
              <tr key={key}>
                <th>{say(name)}</th>
                <td className="ts-quiet ts-figures">{say(wanted)}</td>
                {components.map(({ id, cells }) => {
                  const cell = cells.find((one) => one.key === key)
                  return <td key={id}>{cell ? <Cell cell={cell} /> : <span className="ts-quiet">–</span>}</td>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function Head({ place, edition, check }: { place: Place; edition: number; check?: (component: string) => void }) {
  const say = useSay()
  const { id, number, name, check: last, waits, baseline } = place
  return (
    <div className="cfg-head">
      <Link to={`/components/${number}`}>{name}</Link>
      {last ? (
        <>
          <Link to={`/config-checks/${last.number}`}>
            <StateTag
              tone={changeTones['config-check'].state[last.state]}
              word={say(configCheckWords.states[last.state])}
            />
          </Link>
          {last.checkedAt && <span className="ts-quiet ts-figures">{showInstant(last.checkedAt)}</span>}
          {last.driftSince && (
            <span className="is-broken">
              {say(words.since)} {showInstant(last.driftSince)}
            </span>
          )}
          {last.edition < edition && <span className="is-late">{say(words.older)}</span>}
        </>
      ) : (
        <span className="ts-quiet">{say(words.never)}</span>
      )}
      {baseline ? (
        <Link to={`/config-checks/${baseline}`} className="ts-quiet">
          {say(words.baseline)} {baseline}
        </Link>
      ) : (
        last && <span className="ts-quiet">{say(words.noBaseline)}</span>
      )}
      {waits ? (
        <StateTag tone="progress" word={say(words.waits)} />
      ) : (
        check && (
          <Button size="small" onClick={() => check(id)} aria-label={`${say(words.checkOne)} ${name}`}>
            {say(words.checkOne)}
          </Button>
        )
      )}
    </div>
  )
}

import { Link } from '@tanstack/react-router'
import { Card } from 'antd'
import type { RowOf } from '../../../../record/record.ts'
import { useList } from '../../../../web/client/hooks.ts'
import { dateOf } from '../../../../web/format/time.ts'
import { showNumber } from '../../../../web/format/value.ts'
import type { Tone } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { entitlement } from '../../entitlement/entitlement.record.ts'
import { entitlementWords } from '../../entitlement/entitlement.words.ts'
import type { licence } from '../../licence/licence.record.ts'
import { licenceScreenWords as words } from './words.ts'

type Bought = RowOf<typeof entitlement>

/** What was bought of a licence, and what of it counts today. */
export function Entitlements({ of }: { of: RowOf<typeof licence> }) {
  const say = useSay()
  const list = useList(entitlement, { licence: of.id, sort: '-validFrom' })
  const pages = list.data?.pages ?? []
  const refs = Object.assign({}, ...pages.map((page) => page.refs))
  const items = pages.flatMap((page) => page.items)
  const today = dateOf(new Date())
  return (
    <Card size="small" title={say(entitlementWords.plural)}>
      {list.data && items.length === 0 && <p className="ts-quiet">{say(words.nothing)}</p>}
      <ul className="ts-plain">
        {items.map((one) => {
          const is = standing(one, today)
          return (
            <li key={one.id} className="lic-line">
              <StateTag tone={tones[is]} word={say(words[is])} />
              <span className="lic-what">
                <Link to={`/entitlements/${one.number}`} className="ts-ref ts-figures">
                  {one.reference ?? one.number}
                </Link>
                {one.contract && <RefLink id={one.contract} refs={refs} />}
              </span>
              <span className="ts-figures">
                {one.validFrom} – {one.validTo ?? say(words.perpetual)}
              </span>
              <b className="ts-figures lic-count">{showNumber(one.quantity)}</b>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

const tones = { counts: 'kept', ahead: 'start', over: 'late', withdrawn: 'ended' } as const satisfies Record<
  string,
  Tone
>

function standing({ state, validFrom, validTo }: Bought, today: string): keyof typeof tones {
  if (state === 'withdrawn') return 'withdrawn'
  if (validFrom > today) return 'ahead'
  return validTo !== null && validTo < today ? 'over' : 'counts'
}

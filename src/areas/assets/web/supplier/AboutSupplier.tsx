import { Link } from '@tanstack/react-router'
import { Card } from 'antd'
import type { AnyRecord } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { useCall, useList } from '../../../../web/client/hooks.ts'
import { toneOf, useEntry, useParts } from '../../../../web/context.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { countWords } from '../../../../web/words.ts'
import { asset } from '../../asset/asset.record.ts'
import { contract } from '../../contract/contract.record.ts'
import { contractWords } from '../../contract/contract.words.ts'
import { licence } from '../../licence/licence.record.ts'
import { supplierScreenWords as words } from './words.ts'
import '../licence/licence.css'

/** What we have with a supplier: contracts, what they promise our services, and what came from them. */
export function AboutSupplier({ row }: PageProps) {
  const say = useSay()
  const from = { supplier: row.id }
  return (
    <Card size="small" title={say(words.contracts)}>
      <Contracts id={row.id} />
      <Promises name={String(row['name'])} />
      <p className="lic-line">
        <Counted record={asset} label={words.assets} query={from} />
        <Counted record={licence} label={words.licences} query={from} />
      </p>
    </Card>
  )
}

function Contracts({ id }: { id: string }) {
  const say = useSay()
  const entry = useEntry(contract.name)
  const { areas } = useParts()
  const { data } = useList(contract, { supplier: id, state: 'draft,in-force,expired', sort: 'validTo' })
  const [page] = data?.pages ?? []
  if (page?.items.length === 0) return <p className="ts-quiet">{say(words.noContracts)}</p>
  return (
    <ul className="ts-plain">
      {page?.items.map(({ id: of, number, title, state, validTo }) => (
        <li key={of} className="lic-line">
          <StateTag tone={toneOf(areas, entry, 'state', state) ?? 'start'} word={say(contractWords.states[state])} />
          <span className="lic-what">
            <Link to={`/contracts/${number}`} className="ts-ref">
              {title}
            </Link>
          </span>
          {validTo && (
            <span className="ts-figures ts-quiet">
              {say(words.until)} {validTo}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

interface Promised {
  readonly items: readonly { id: string; number: string; name: string; validTo: string }[]
}

/** By name: the service area keeps its vendors as they are called. */
function Promises({ name }: { name: string }) {
  const say = useSay()
  const { data } = useCall<Promised>('/underpinnings', { vendor: name, state: 'in-force' }, ['underpinning'])
  if (!data || data.items.length === 0) return null
  return (
    <section>
      <h2 className="lic-h">{say(words.underpinnings)}</h2>
      <ul className="ts-plain">
        {data.items.map(({ id, number, name: title, validTo }) => (
          <li key={id} className="lic-line">
            <span className="lic-what">
              <Link to={`/underpinnings/${number}`} className="ts-ref">
                {title}
              </Link>
            </span>
            <span className="ts-figures ts-quiet">
              {say(words.until)} {validTo}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How many there are, leading to their list; none is not worth a word. */
function Counted({
  record,
  label,
  query,
}: {
  record: AnyRecord
  label: Words
  query: Readonly<Record<string, string>>
}) {
  const say = useSay()
  const { data } = useList(record, query)
  const count = data?.pages[0]?.count
  if (!count || count.value === 0) return null
  return (
    <span>
      <span className="ts-quiet">{say(label)}</span>{' '}
      <Link to={`/${record.plural}`} search={query as never} className="ts-figures">
        {say(countWords(count))}
      </Link>
    </span>
  )
}

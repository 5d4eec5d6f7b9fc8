import { SearchOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Empty, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { timeWords } from '../../../../web/clocks/reading.ts'
import { showNumber } from '../../../../web/format/value.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { byService, matching, type Offered, useCatalogue } from './offered.ts'
import { orderWords as words } from './words.ts'
import './order.css'

/** `/order`: everything the reader may order, by service; typing narrows it. */
export function CataloguePage() {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const { data, error, refetch } = useCatalogue()
  useTitle(say(words.catalogue))
  if (error) return <LoadFailed error={error} retry={refetch} />
  if (!data) return <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
  const found = matching(data.items, typed)
  return (
    <div className="svc-catalogue">
      <h1 className="ts-title">{say(words.catalogue)}</h1>
      <Input
        allowClear
        autoFocus
        size="large"
        prefix={<SearchOutlined />}
        placeholder={say(words.find)}
        aria-label={say(words.find)}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {byService(found).map(([service, items]) => (
        <section key={service}>
          <h2>{service}</h2>
          <ul className="svc-offers">
            {items.map((one) => (
              <li key={one.id}>
                <OfferCard offer={one} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {found.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={say(data.items.length === 0 ? words.none : words.nothing)}
        />
      )}
    </div>
  )
}

/** One thing to order: what it is, what it costs, how long it takes. */
export function OfferCard({ offer }: { offer: Offered }) {
  const say = useSay()
  const { code, title, titleEn, summary, summaryEn, cost, fulfilMinutes } = offer
  return (
    <Link to={`/order/${code}`} className="svc-offer">
      <b>{say([title, titleEn ?? title])}</b>
      <span>{say([summary, summaryEn ?? summary])}</span>
      <span className="ts-quiet ts-figures">
        {[
          fulfilMinutes !== null && say(timeWords(fulfilMinutes * 60)),
          cost !== null && cost > 0 && `${showNumber(cost)} ${say(words.yuan)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </Link>
  )
}

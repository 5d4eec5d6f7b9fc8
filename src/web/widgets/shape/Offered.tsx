import { Select } from 'antd'
import type { Shape } from '../../../record/shape.ts'
import { useParts } from '../../context.ts'
import { useSay } from '../../shell/lang.tsx'
import { words } from '../../words.ts'

type Offers = NonNullable<Shape['offers']>
type Within = Readonly<Record<string, unknown>>

interface OfferedProps {
  readonly offers: Offers
  readonly within: Within
  readonly several: boolean
  readonly id: string
  readonly label?: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** What there is to choose here and now, with its words. */
export function useOffered(offers: Offers, within: Within): { value: string; label: string }[] {
  const say = useSay()
  const { registry } = useParts()
  return offers(registry.whole() as never, within).map((one) => ({ value: one.value, label: say(one.words) }))
}

/** Picks of what declarations offer, one or several. */
export function Offered({ offers, within, several, id, label, value, onChange }: OfferedProps) {
  const say = useSay()
  const options = useOffered(offers, within)
  return (
    <Select
      id={id}
      {...(label ? { 'aria-label': label } : {})}
      mode={several ? 'multiple' : (undefined as never)}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={(value ?? (several ? [] : undefined)) as never}
      placeholder={say(words.pick)}
      options={options}
      onChange={(next: unknown) => onChange(next ?? undefined)}
    />
  )
}

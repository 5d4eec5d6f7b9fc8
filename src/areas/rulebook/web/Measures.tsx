import { Link } from '@tanstack/react-router'
import { Button, Card, InputNumber } from 'antd'
import { useState } from 'react'
import type { Words } from '../../../record/words.ts'
import { useCall } from '../../../web/client/hooks.ts'
import { useSay } from '../../../web/shell/lang.tsx'
import { Previewed, type PreviewShown } from './Previewed.tsx'
import { unitWords, rulebookWords as words } from './words.ts'

export interface ParamShown {
  readonly name: string
  readonly words: Words
  readonly unit: string
  readonly default: number
  readonly min: number
  readonly max: number
  readonly value: number
}

interface MeasuresProps {
  readonly control: string
  readonly params: readonly ParamShown[]
  readonly setting: string | null
  readonly version: number
  readonly isOwn: boolean
}

/** By what a control judges, and what would change if it judged by something else. */
export function Measures({ control, params, setting, version, isOwn }: MeasuresProps) {
  const say = useSay()
  const [given, setGiven] = useState<Readonly<Record<string, number>>>({})
  const [tried, setTried] = useState<string>()
  const values = params.map(({ name, value }) => `${name}:${given[name] ?? value}`).join(',')
  return (
    <Card
      size="small"
      title={say(words.measures)}
      extra={
        <span className="ts-quiet">
          {params.length > 0 && (
            <>
              {say(words.judgedBy)}{' '}
              {setting ? <Link to={`/control-settings/${setting}`}>{setting}</Link> : say(words.usual)} ·{' '}
            </>
          )}
          {say(words.version)} <span className="ts-figures">{version}</span>
        </span>
      }
    >
      {params.length === 0 && <p className="ts-quiet">{say(isOwn ? words.ownMeasures : words.noMeasures)}</p>}
      {params.map(({ name, words: label, unit, min, max, value, default: usual }) => (
        <div key={name} className="rul-param">
          <span>{say(label)}</span>
          <InputNumber
            size="small"
            aria-label={say(label)}
            min={min}
            max={max}
            precision={0}
            value={given[name] ?? value}
            onChange={(to) => setGiven({ ...given, [name]: to ?? value })}
          />
          <span className="ts-quiet">
            {say(unitWords[unit] ?? ['', ''])} ({min}–{max}, {say(words.usual)} {usual})
          </span>
        </div>
      ))}
      <div className="rul-acts">
        {params.length > 0 && (
          <Button size="small" onClick={() => setTried(values)}>
            {say(words.preview)}
          </Button>
        )}
        {params.length > 0 && (
          <Link to="/control-settings/new" search={{ control } as never}>
            {say(words.propose)}
          </Link>
        )}
        <Link to="/control-exceptions/new" search={{ control } as never}>
          {say(words.askException)}
        </Link>
        <Link to="/findings/new" search={{ control } as never}>
          {say(words.raiseFinding)}
        </Link>
      </div>
      {tried && <Preview control={control} values={tried} />}
    </Card>
  )
}

function Preview({ control, values }: { control: string; values: string }) {
  const { data } = useCall<PreviewShown>(`/controls/${control}/preview`, { values })
  return data ? <Previewed found={data} /> : null
}

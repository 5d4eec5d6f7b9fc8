import { useCall } from '../../../../web/client/hooks.ts'
import type { DayValue, Forecast, Limit } from '../../probe/forecast.rules.ts'

interface Named {
  readonly id: string
  readonly number: string
  readonly name: string
}

export interface ProbeForecast {
  readonly probe: Named & { readonly kind: string }
  readonly component: Named
  /** Of a database one of its largest tables; null for what the probe itself reads. */
  readonly table: string | null
  readonly trace: readonly DayValue[]
  readonly unit: string | null
  readonly limit: Limit
  readonly forecast: Forecast
}

/** What fills up first, or of one probe whether it does. */
export const useForecasts = (probe?: string) =>
  useCall<{ items: readonly ProbeForecast[] }>('/probes/forecasts', probe ? { probe } : {}, ['probe'])

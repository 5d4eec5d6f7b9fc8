import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { Forecast } from '../../probe/forecast.rules.ts'
import { useForecasts } from './forecasts.ts'
import { bandWords, daysWords, tooLittleWords, probeScreenWords as words } from './words.ts'

/** Below the charts of a probe that has a limit: when it is reached. */
export function ForecastLine({ probe }: { probe: string }) {
  const say = useSay()
  const { data } = useForecasts(probe)
  const found = data?.items.find(({ table }) => table === null)
  if (!found) return null
  const { forecast } = found
  return (
    <p className="ops-forecast">
      <b>{say(words.forecast)}</b> <ForecastTag forecast={forecast} />
      {forecast.is === 'in' && (
        <span className="ts-quiet">
          {say(words.band)} {say(bandWords(forecast.soonest, forecast.latest))}
        </span>
      )}
    </p>
  )
}

/** Fewer days than this are late, and fewer than that are a failure to come. */
const [soon, urgent] = [30, 7]

/** A forecast as shape, colour and word. */
export function ForecastTag({ forecast }: { forecast: Forecast }) {
  const say = useSay()
  switch (forecast.is) {
    case 'too-little':
      return <StateTag tone="unknown" word={say(tooLittleWords(forecast.days, forecast.wanted))} />
    case 'reached':
      return <StateTag tone="broken" word={say(words.reached)} />
    case 'steady':
      return <StateTag tone="kept" word={say(words.steady)} />
    case 'in': {
      const tone = forecast.days < urgent ? 'broken' : forecast.days < soon ? 'late' : 'kept'
      return <StateTag tone={tone} word={say(daysWords(forecast.days))} />
    }
  }
}

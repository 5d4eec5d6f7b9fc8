import type { Words } from '../../../../record/words.ts'
import type { Mark } from '../../runbook/step.rules.ts'
import { sessionWords } from '../clock/words.ts'

/** The day session is in two parts: it opens with the first and closes with the second; in between it pauses. */
const edges: Readonly<Record<string, Words>> = {
  'night start': ['夜盘开盘', 'the night session opens'],
  'night end': ['夜盘收盘', 'the night session closes'],
  'day-am start': ['日盘开盘', 'the day session opens'],
  'day-am end': ['上午休市', 'the morning part ends'],
  'day-pm start': ['下午开盘', 'the afternoon part opens'],
  'day-pm end': ['日盘收盘', 'the day session closes'],
}

/** `日盘开盘`, `the day session opens`: an edge of a session; one of the firm's own code is named by it. */
export function edgeWords({ session, edge }: Pick<Mark, 'session' | 'edge'>): Words {
  const [zh, en] = sessionWords(session)
  return edges[`${session} ${edge}`] ?? [`${zh}${edge === 'start' ? '开始' : '结束'}`, `${en} ${edge}s`]
}

/** `日盘开盘前 30 分钟`, `30 min before the day session opens`: when, relative to the market. */
export function markWords(mark: Mark): Words {
  const [zh, en] = edgeWords(mark)
  if (mark.offsetMinutes === 0) return [`${zh}时`, `when ${en}`]
  const [long, lang] = lengthWords(Math.abs(mark.offsetMinutes))
  return mark.offsetMinutes < 0
    ? [`${zh}前 ${long}`, `${lang} before ${en}`]
    : [`${zh}后 ${long}`, `${lang} after ${en}`]
}

function lengthWords(minutes: number): Words {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return [`${rest} 分钟`, `${rest} min`]
  if (rest === 0) return [`${hours} 小时`, `${hours} h`]
  return [`${hours} 小时 ${rest} 分钟`, `${hours} h ${rest} min`]
}

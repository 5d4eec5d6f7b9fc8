import { z } from 'zod'
import { readInput } from '../../../../platform/http/faults.ts'
import { invalid, Refusal } from '../../../../record/problem.ts'
import { alertmanagerSchema, noticesOfAlertmanager } from '../alertmanager.rules.ts'
import { isFrom, letterOf, noticeOfLetter } from '../mail.rules.ts'
import { noticesByMapping } from '../mapping.rules.ts'
import type { Notice } from '../notice.rules.ts'
import { keptTrap, noticesOfTraps } from '../snmp.rules.ts'
import { messageOf, noticesOfSyslog } from '../syslog.rules.ts'
import { noticeOfZabbix, zabbixSchema } from '../zabbix.rules.ts'
import type { SourceRow } from './take.ts'

/** What a delivery says, as its source speaks. Refuses with every fault at once. */
export function readDelivery({ settings, severities, componentFrom }: SourceRow, body: string): readonly Notice[] {
  if (settings.is === 'syslog')
    return noticesOfSyslog(body.split(/\r?\n/).filter(Boolean).map(messageOf), settings, componentFrom)
  if (settings.is === 'snmp') {
    const traps = body.split(/\r?\n/).filter(Boolean)
    return noticesOfTraps(
      traps.map((trap) => readInput(keptTrap, parsed(trap))),
      settings,
      componentFrom,
    )
  }
  if (settings.is === 'mail') {
    const letter = letterOf(body)
    if (!isFrom(settings, letter.from)) throw notFrom(letter.from)
    const notice = noticeOfLetter(letter, settings, componentFrom)
    return notice ? [notice] : []
  }
  const content = parsed(body)
  switch (settings.is) {
    case 'alertmanager': {
      const rule = { severity: settings.severity, severities, componentFrom }
      return noticesOfAlertmanager(readInput(alertmanagerSchema, content), rule)
    }
    case 'zabbix':
      return [noticeOfZabbix(readInput(zabbixSchema, content), { severities, componentFrom })]
    case 'json': {
      const read = noticesByMapping(readInput(anything, content), { mapping: settings, componentFrom, severities })
      if ('faults' in read) throw invalid(read.faults)
      return read.notices
    }
  }
}

/** Only text that cannot be stored is a fault of its own. */
const anything = z.unknown()

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new Refusal('bad-json', ['内容不是完整的 JSON。', 'The body is not whole JSON.'])
  }
}

const notFrom = (sender: string) =>
  new Refusal('invalid', [`发件人「${sender}」不在该来源之列。`, `${sender || '—'} is no sender of this source.`])

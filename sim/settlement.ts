import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Answer, ask } from './http.ts'
import { openLedger } from './ledger.ts'
import type { Fill } from './market.rules.ts'
import { runPart } from './part.ts'
import { portOf } from './parts.ts'
import { type Statement, statementLines } from './statement.rules.ts'

const collectEvery = 200

/** The release that books the last fill of a day a day late. */
const faulty = '1.1.0'

await runPart('settlement', ({ home, base }, _fault, release) => {
  const fills = openLedger<Fill>(join(home, 'settlement', 'fills.jsonl'))
  const statements = openLedger<Statement>(join(home, 'settlement', 'statements.jsonl'))

  /** Fetches what the front has filled since our last fill; false when the front does not answer. */
  async function collect(): Promise<boolean> {
    const seen = fills.entries.length
    const answer = await ask(portOf('trading-front', base), `/fills?after=${seen}`)
    if (answer?.status !== 200) return false
    // While we waited another call may have stored the same fills.
    fills.append((answer.body as Fill[]).filter(({ seq }) => seq > fills.entries.length))
    return true
  }

  // Which trading day a fill belongs to is the calendar's business: the day is named by whoever closes it.
  async function close(day: string): Promise<Answer> {
    const complete = await collect()
    const bank = await ask(portOf('bank-link', base), '/balances')
    if (!complete || bank?.status !== 200) return { status: 503, body: { code: 'not-complete' } }
    const last = statements.entries.at(-1)
    const known = statements.entries.find((each) => each.day === day)
    if (known) return { status: 200, body: known }
    if (last && day < last.day) return { status: 409, body: { code: 'day-already-past', lastDay: last.day } }
    const from = last?.throughSeq ?? 0
    const throughSeq = Math.max(from, fills.entries.length - (release === faulty ? 1 : 0))
    const statement: Statement = {
      day,
      closedAt: new Date().toISOString(),
      throughSeq,
      lines: statementLines(fills.entries.slice(from, throughSeq)),
      balancesFen: bank.body as Record<string, number>,
    }
    statements.append([statement])
    return { status: 201, body: statement }
  }

  async function keepCollecting(): Promise<never> {
    for (;;) {
      await collect()
      await wait(collectEvery)
    }
  }
  void keepCollecting()

  return {
    routes: {
      'POST /statements': ({ body }) => {
        const { day } = Object(body) as { day?: unknown }
        if (typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day)) return close(day)
        return { status: 400, body: { code: 'bad-day' } }
      },
      'GET /fills': () => ({ status: 200, body: fills.entries }),
    },
    figures: () => ({ fills: fills.entries.length, lastStatement: statements.entries.at(-1)?.day ?? null }),
  }
})

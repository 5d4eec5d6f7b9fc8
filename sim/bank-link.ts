import { join } from 'node:path'
import { openLedger } from './ledger.ts'
import { runPart } from './part.ts'

interface Transfer {
  reference: string
  account: string
  direction: 'in' | 'out'
  fen: number
  at: string
}

await runPart('bank-link', ({ home }) => {
  const ledger = openLedger<Transfer>(join(home, 'bank-link', 'transfers.jsonl'))

  function balances(): Record<string, number> {
    const sums: Record<string, number> = {}
    for (const { account, direction, fen } of ledger.entries) {
      sums[account] = (sums[account] ?? 0) + (direction === 'in' ? fen : -fen)
    }
    return sums
  }

  return {
    routes: {
      // The reference makes a transfer safe to send twice: the second gets the first one's answer.
      'POST /transfers': ({ body }) => {
        const { reference, account, direction, fen } = Object(body) as Record<string, unknown>
        const faults = [
          typeof reference === 'string' && /^[\w-]{1,64}$/.test(reference) ? [] : 'reference',
          typeof account === 'string' && /^[\w-]{1,32}$/.test(account) ? [] : 'account',
          direction === 'in' || direction === 'out' ? [] : 'direction',
          Number.isSafeInteger(fen) && (fen as number) > 0 ? [] : 'fen',
        ].flat()
        if (faults.length > 0) return { status: 400, body: { code: 'bad-transfer', faults } }
        const wanted = { reference, account, direction, fen, at: new Date().toISOString() } as Transfer
        const earlier = ledger.entries.find((each) => each.reference === reference)
        if (earlier)
          return sameTransfer(earlier, wanted) ? done(earlier) : { status: 409, body: { code: 'reference-used' } }
        if (direction === 'out' && wanted.fen > (balances()[wanted.account] ?? 0)) {
          return { status: 422, body: { code: 'too-little-money' } }
        }
        ledger.append([wanted])
        return done(wanted)
      },
      'GET /balances': () => ({ status: 200, body: balances() }),
    },
    figures: () => ({ transfers: ledger.entries.length }),
  }

  function done(transfer: Transfer) {
    return { status: 200, body: { ...transfer, balanceFen: balances()[transfer.account] } }
  }
})

function sameTransfer(a: Transfer, b: Transfer): boolean {
  return a.account === b.account && a.direction === b.direction && a.fen === b.fen
}

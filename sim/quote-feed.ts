import type { ServerResponse } from 'node:http'
import { nextQuote, openingQuotes } from './market.rules.ts'
import { runPart } from './part.ts'

const publishEvery = 100

// A listener that stopped reading is let go before it fills our memory.
const backlogLimit = 256 * 1024

await runPart('quote-feed', (_floor, fault) => {
  let quotes = openingQuotes(new Date().toISOString())
  const listeners = new Set<ServerResponse>()

  setInterval(() => {
    if (fault()?.kind === 'wrong') return
    const at = new Date().toISOString()
    quotes = quotes.map((quote) => nextQuote(quote, Math.random(), at))
    for (const listener of listeners) {
      if (listener.writableLength > backlogLimit) listener.destroy()
      else listener.write(`data: ${JSON.stringify(quotes)}\n\n`)
    }
  }, publishEvery)

  return {
    routes: {
      'GET /quotes': () => ({ status: 200, body: quotes }),
      'GET /quotes/stream': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
        response.write(`data: ${JSON.stringify(quotes)}\n\n`)
        listeners.add(response)
        response.once('close', () => listeners.delete(response))
        return undefined
      },
    },
    figures: () => ({
      contracts: quotes.length,
      published: quotes[0]?.seq,
      at: quotes[0]?.at,
      listeners: listeners.size,
    }),
  }
})

import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { areaServers } from '../src/app/areas.ts'
import { openEngine } from '../src/app/open.ts'
import { controlService } from '../src/areas/rulebook/control/server/service.ts'
import { createAccount } from '../src/platform/auth/account.ts'
import { diskStore } from '../src/platform/files/store.ts'
import { makeHttp } from '../src/platform/http/server.ts'
import { asSystem } from '../src/record/actor.ts'
import { makeAnybody } from './anybody.ts'

/** The product's HTTP server over the bench's database, in a process of its own; tells its port and a token. */
const { engine, close } = await openEngine({
  url: process.env['BENCH_DATABASE'] as string,
  files: diskStore(join(tmpdir(), 'touchstone-bench-files')),
})
const anybody = await makeAnybody(engine, 'bench')
await engine.inTx(asSystem('bench'), (tx) =>
  createAccount(tx, { person: anybody.id, login: 'bench', password: 'bench bench bench' }),
)
const http = await makeHttp(engine, { areas: areaServers, requestsPerMinute: Number.POSITIVE_INFINITY })
const address = await http.listen({ host: '127.0.0.1', port: 0 })
const signedIn = await fetch(`${address}/api/session`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ login: 'bench', password: 'bench bench bench' }),
})
const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
const made = await fetch(`${address}/api/tokens`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', cookie },
  body: JSON.stringify({ name: 'bench', days: 1, scope: ['write'] }),
})
const { token } = (await made.json()) as { token: string }
const judge = process.env['BENCH_JUDGE'] ? await controlService(engine) : undefined
process.send?.({ address, token })
process.once('disconnect', async () => {
  await judge?.stop()
  await http.close()
  await close()
  process.exit(0)
})

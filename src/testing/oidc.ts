import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { OidcSettings } from '../platform/auth/settings.ts'
import type { Told } from './oidc.server.ts'

/** A real OpenID provider, as a process of its own. */
export interface Oidc {
  readonly settings: OidcSettings
  /** What it says of somebody from now on. */
  says(sub: string, claims: Told['claims']): Promise<void>
  /** Goes where we sent the browser, signs in there, and answers what it was sent back with: the query of our page. */
  visit(address: string, login: string): Promise<string>
  stop(): Promise<void>
}

const program = fileURLToPath(new URL('./oidc.server.ts', import.meta.url))

/** `origin` is where the product says it is. */
export async function startOidc(origin: string): Promise<Oidc> {
  const back = `${origin}/sign-in/back`
  const client = { id: 'touchstone', secret: 'a secret for tests' }
  const child = fork(program, [client.id, client.secret, back, `${origin}/sign-in`], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [{ issuer }] = (await once(child, 'message')) as [{ issuer: string }]
  return {
    settings: {
      issuer,
      clientId: client.id,
      clientSecret: client.secret,
      name: '单位统一登录',
      match: 'none',
      employeeClaim: 'employee_number',
    },
    async says(sub, claims) {
      child.send({ sub, claims } satisfies Told)
      await once(child, 'message')
    },
    visit: (address, login) => visit(address, login, back),
    async stop() {
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

/** As a browser does it: keeps cookies, follows redirects, fills in the provider's own forms. */
async function visit(address: string, login: string, back: string): Promise<string> {
  const cookies = new Map<string, string>()
  let url = address
  let form: URLSearchParams | undefined
  for (let steps = 0; steps < 20; steps++) {
    if (url.startsWith(back)) return new URL(url).search.slice(1)
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: form }),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s)
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location) {
      url = new URL(location, url).href
      form = undefined
      continue
    }
    const page = await answer.text()
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
    if (!prompt || form) throw new Error(`The provider says ${answer.status}: ${page.slice(0, 500)}`)
    form = new URLSearchParams(prompt === 'login' ? { prompt, login, password: 'any' } : { prompt })
  }
  throw new Error(`The provider led around in circles, last to ${url}`)
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import pino from 'pino'
import { areaServers, looksOf, retentionsOf, settingsOf } from '../app/areas.ts'
import { registry } from '../app/records.ts'
import { approvalRulesInForce } from '../areas/administration/approval-rule/server/rules-in-force.ts'
import { holdCustomFields } from '../areas/administration/custom-field/server/custom-field.store.ts'
import { holdSettings } from '../areas/administration/house-setting/server/house-setting.store.ts'
import { goldExchange } from '../areas/operations/calendar/calendar.data.ts'
import { tradingCalendar } from '../areas/operations/calendar/calendar.record.ts'
import { holdCalendar } from '../areas/operations/calendar/server/calendar.store.ts'
import { storedOf } from '../areas/operations/calendar/stored.rules.ts'
import { person } from '../areas/organisation/person/person.record.ts'
import { role } from '../areas/organisation/role/role.record.ts'
import { directory } from '../areas/organisation/server/directory.ts'
import { holdCatalogue } from '../areas/rulebook/control/server/held.ts'
import type { AreaServer } from '../platform/area.ts'
import { createAccount } from '../platform/auth/account.ts'
import type { SignInSettings } from '../platform/auth/settings.ts'
import { draft } from '../platform/db/draft.ts'
import { openDatabase } from '../platform/db/pool.ts'
import type { Engine } from '../platform/engine.ts'
import type { Scan } from '../platform/files/scan.ts'
import { diskStore } from '../platform/files/store.ts'
import { makeHttp } from '../platform/http/server.ts'
import { makeEngine } from '../platform/make-engine.ts'
import type { Programs } from '../platform/process/programs.ts'
import type { Proof, Tx } from '../platform/tx.ts'
import { type Actor, asSystem, type PersonActor } from '../record/actor.ts'
import { type Area, buildRegistry, type Registry } from '../record/registry.ts'
import { type TestClock, testClock } from './clock.ts'
import { freshDatabase } from './database.ts'

export const testPassword = 'a password for tests'

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely by tests.
  readonly body: any
  readonly headers: Record<string, unknown>
}

/** Requests as one person, by API token or, with `login`, as whoever is given. */
export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  patch(path: string, body: unknown): Promise<Answer>
  put(path: string, body?: unknown): Promise<Answer>
  delete(path: string): Promise<Answer>
}

export interface TestApp {
  readonly engine: Engine
  readonly clock: TestClock
  readonly url: string
  readonly http: FastifyInstance
  /** A person with these roles (the first also names them), made on first use and then the same. */
  person(...roles: string[]): Promise<PersonActor>
  /** Signs as that person where a verb wants it. */
  inTx<T>(actor: Actor, work: (tx: Tx) => Promise<T>, signed?: boolean): Promise<T>
  as(actor: PersonActor): Promise<Client>
  anyone: Client
  /** An API token of theirs that may do all they may: for requests that `as` does not make. */
  token(actor: PersonActor): Promise<string>
  /** SQL as the owner of the database, whom no rule of the product binds. */
  sql<R extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<R[]>
  /** As it was when it was made, but for its address: without rows, people and tokens, at the first instant. */
  renew(): Promise<void>
  close(): Promise<void>
}

export interface TestOptions {
  readonly now?: string
  readonly programs?: Programs
  readonly scan?: Scan
  /** A further area, whose tables are made as its declarations draft them. */
  readonly extra?: { readonly area: Area; readonly server: AreaServer }
  readonly more?: (app: FastifyInstance, engine: Engine) => void
  readonly signIn?: SignInSettings
  /** Without a limit unless it says. */
  readonly requestsPerMinute?: number
  /** Without roles and calendar: as before the first administrator. */
  readonly empty?: boolean
}

/**
 * The real product on a database of its own: every record, every route, the gold exchange's calendar of 2026 in force,
 * the clock at the tests' hand. Only the jobs' worker and the areas' services are left to whoever wants them.
 */
export async function testApp(options: TestOptions = {}): Promise<TestApp> {
  const database = await freshDatabase()
  const owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
  const servers = [...areaServers, ...(options.extra ? [options.extra.server] : [])]
  const known = options.extra ? await withTables(owner, database.url, options.extra.area) : registry
  const start = options.now ?? '2026-11-24T01:30:00.000Z'
  const clock = testClock(start)
  const calendar = holdCalendar()
  const customs = holdCustomFields()
  const held = holdSettings(settingsOf(servers))
  const files = await mkdtemp(join(tmpdir(), 'touchstone-files-'))
  const engine = await makeEngine({
    url: database.url,
    registry: known,
    directory,
    approvalRules: approvalRulesInForce,
    clock,
    zone: 'Asia/Shanghai',
    poolSize: 10,
    programs: options.programs ?? {},
    scan: options.scan,
    signIn: options.signIn,
    tradingDay: calendar.tradingDay,
    customFields: customs.of,
    settings: held.settings,
    retentions: retentionsOf(servers),
    looks: looksOf(servers),
    files: diskStore(files),
    follows: servers.flatMap((area) => area.follows ?? []),
    behaviours: servers.flatMap((area) => area.behaviours ?? []),
    log: pino({ level: 'fatal' }),
  })
  const follow = () =>
    Promise.all([calendar.follow(engine), customs.follow(engine), held.follow(engine), holdCatalogue(engine)])
  if (!options.empty) await seed(engine)
  let following = await follow()
  const http = await makeHttp(engine, {
    areas: servers,
    requestsPerMinute: options.requestsPerMinute ?? Number.POSITIVE_INFINITY,
    ...(options.more && { more: (app) => options.more?.(app, engine) }),
  })
  await http.ready()
  const people = new Map<string, PersonActor>()
  const tokens = new Map<string, string>()
  async function token(actor: PersonActor): Promise<string> {
    const known = tokens.get(actor.id) ?? (await signInForToken(http, engine, actor))
    tokens.set(actor.id, known)
    return known
  }

  return {
    engine,
    clock,
    url: database.url,
    http,
    async person(...roles) {
      const key = roles.join('+')
      const known = people.get(key)
      if (known) return known
      const made = await makePerson(engine, key, roles)
      people.set(key, made)
      return made
    },
    inTx: (actor, work, signed = false) => {
      const proof: Proof | undefined =
        signed && actor.kind === 'person' ? { person: actor.id, method: 'password' } : undefined
      return engine.inTx(actor, work, proof)
    },
    as: async (actor) => client(http, { authorization: `Bearer ${await token(actor)}` }),
    token,
    anyone: client(http, {}),
    sql: async <R extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await owner.query<R>(text, [...values])).rows,
    async renew() {
      for (const one of following) await one.stop()
      await owner.query(emptied)
      people.clear()
      tokens.clear()
      clock.set(start)
      if (!options.empty) await seed(engine)
      following = await follow()
    },
    async close() {
      await http.close()
      for (const one of following) await one.stop()
      await engine.close()
      await owner.end()
      await database.drop()
      await rm(files, { recursive: true, force: true })
    },
  }
}

/** Every row of every table, whatever would hold it. */
const emptied = `do $$ declare name regclass; begin
  set local session_replication_role = replica;
  for name in select oid from pg_class where relkind in ('r', 'p') and not relispartition
    and (relnamespace = 'public'::regnamespace or oid = to_regclass('graphile_worker._private_jobs'))
    and relname <> 'schema_migration'
  loop execute format('delete from %s', name); end loop;
end $$`

async function withTables(owner: pg.Client, url: string, area: Area): Promise<Registry> {
  const extended = buildRegistry([...registry.areas, area])
  const { db, close } = openDatabase(url, { max: 1 })
  for (const statement of await draft(db, extended)) await owner.query(statement)
  await close()
  return extended
}

const roleNames: Record<string, string> = {
  operator: '值班员',
  checker: '复核员',
  engineer: '工程师',
  manager: '经理',
  business: '业务人员',
  auditor: '审计员',
  admin: '管理员',
}

async function seed(engine: Engine): Promise<void> {
  await engine.inTx(asSystem('test'), async (tx) => {
    for (const [code, name] of Object.entries(roleNames)) await tx.create(role, { code, name })
    const calendar = await tx.create(tradingCalendar, { ...storedOf(goldExchange), source: '银行公告' })
    await tx.act(tradingCalendar, calendar.id, 'approve')
  })
}

let count = 0

async function makePerson(engine: Engine, key: string, roles: readonly string[]): Promise<PersonActor> {
  const id = await engine.inTx(asSystem('test'), async (tx) => {
    const held =
      roles.length === 0 ? [] : await tx.db.selectFrom('role').select('id').where('code', 'in', roles).execute()
    const made = await tx.create(person, {
      name: roleNames[roles[0] ?? ''] ?? key,
      employeeNo: `T${++count}`,
      roles: held.map((one) => one.id),
    })
    await createAccount(tx, { person: made.id, login: `${key.replaceAll('+', '.')}.${count}`, password: testPassword })
    return made.id
  })
  const actor = await engine.directory.actor(engine.db, id, 'test')
  if (!actor) throw new Error(`No actor for ${key}`)
  return actor
}

async function signInForToken(http: FastifyInstance, engine: Engine, actor: PersonActor): Promise<string> {
  const account = await engine.db
    .selectFrom('account')
    .select('login')
    .where('person', '=', actor.id)
    .executeTakeFirstOrThrow()
  const signedIn = await http.inject({
    method: 'POST',
    url: '/api/session',
    payload: { login: account.login, password: testPassword },
  })
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
  const made = await http.inject({
    method: 'POST',
    url: '/api/tokens',
    headers: { cookie },
    payload: { name: 'test', days: 300, scope: ['write'] },
  })
  return made.json().token
}

function client(http: FastifyInstance, auth: Record<string, string>): Client {
  const send = async (
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
    headers = {},
  ) => {
    const answer = await http.inject({
      method,
      url,
      headers: { ...auth, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    const json = String(answer.headers['content-type'] ?? '').includes('json')
    return { status: answer.statusCode, body: json ? answer.json() : answer.body, headers: answer.headers }
  }
  return {
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    patch: (path, body) => send('PATCH', path, body),
    put: (path, body) => send('PUT', path, body),
    delete: (path) => send('DELETE', path),
  }
}

import { describe, expect, it } from 'vitest'
import { type AnyRecord, fieldsOfRecord } from '../../record/record.ts'
import { roleCodes } from '../world.ts'
import type { Subject } from './subject.ts'

interface Told {
  readonly path: string
  readonly code: string
  readonly message: string
}

/** Bad input: each refusal has its code, says everything that is wrong in the language asked for, and writes nothing. */
export function refusalsContract(record: AnyRecord, given: () => Subject): void {
  describe('refuses and writes nothing:', () => {
    it.skipIf(record.appendOnly)('a stale version', async () => {
      const { world, at, row, mayRead, changesNothing } = given()
      const found = await row()
      await changesNothing(async () => {
        for (const role of roleCodes.filter((one) => mayRead(one, found))) {
          const answer = await world.clients[role].patch(at, { version: 4711 })
          expect(answer, role).toMatchObject({ status: 409, body: { code: 'stale', version: found.version } })
        }
      })
    })

    it.each([
      ['zh', /[一-鿿]/],
      ['en', /^[\x20-\x7e“”‘’…]+$/],
    ] as const)('unknown fields and wrong types, all at once, told in %s', async (lang, word) => {
      const { world, base, changesNothing } = given()
      const wrong = {
        nonsense: 1,
        more: {},
        ...Object.fromEntries(
          fieldsOfRecord(record).map(([name, { kind }]) => [name, kind === 'number' || kind === 'flag' ? 'x' : 7]),
        ),
      }
      await changesNothing(async () => {
        const answer = await world.clients.manager.post(base, wrong, { 'accept-language': lang })
        expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } })
        expect(answer.headers['content-type']).toContain('application/problem+json')
        const errors: Told[] = answer.body.errors
        expect(errors.map(({ path }) => path).sort()).toEqual(Object.keys(wrong).sort())
        for (const { path, code, message } of errors) {
          const field = record.fields[path]
          if (!field || field.by === 'system') expect(code, path).toBe('unknown-field')
          else expect(['wrong-type', 'not-a-choice', 'wrong-shape'], path).toContain(code)
          expect(message).toMatch(word)
        }
      })
    })

    const texts = fieldsOfRecord(record).filter(
      ([, { kind, by }]) => (kind === 'text' || kind === 'prose') && by !== 'system',
    )
    it.skipIf(texts.length === 0).each([
      ['is too long', '长', 'too-big'],
      ['cannot be stored', '\u0000', 'bad-text'],
    ])('text that %s', async (_name, text, code) => {
      const { world, base, changesNothing } = given()
      await changesNothing(async () => {
        const given = Object.fromEntries(texts.map(([name, { max = 0 }]) => [name, text.repeat(max + 1)]))
        const { status, body } = await world.clients.manager.post(base, given)
        expect(status).toBe(422)
        for (const [path] of texts) expect(body.errors).toContainEqual(expect.objectContaining({ path, code }))
      })
    })

    it('an unknown verb', async () => {
      const { world, at } = given()
      const answer = await world.clients.manager.post(`${at}/explode`)
      expect(answer).toMatchObject({ status: 404, body: { code: 'unknown-verb' } })
    })

    it.each(['sort=nonsense', 'nonsense=1', 'limit=0', 'limit=201', 'limit=x', 'q=', 'q=%00', 'after=%00'])(
      'a list asked for with %s',
      async (query) => expectInvalid(given(), query),
    )
    it.each(['createdAt.from=2026-02-31', 'createdAt.to=soon', 'createdBy=me', 'state=nonsense', 'state=%00'])(
      'a filter that does not fit: %s',
      async (query) => expectInvalid(given(), query),
    )
    const mark = (text: string) => Buffer.from(text).toString('base64url')
    it.each(['x', mark('{}'), mark('["-createdAt",1,"x"]'), mark('["number","","x"]')])(
      'a page mark %s',
      async (after) => {
        const { world, base } = given()
        const answer = await world.clients.manager.get(`${base}?after=${after}`)
        expect(answer).toMatchObject({ status: 400, body: { code: 'bad-cursor' } })
      },
    )

    it('a value that a filter of its fields cannot have', async () => {
      for (const [name, { kind, filter }] of fieldsOfRecord(record)) {
        if (!filter) continue
        if (kind !== 'text' && kind !== 'instant') await expectInvalid(given(), `${name}=nonsense`)
        if (kind === 'date' || kind === 'instant' || kind === 'trading-day')
          await expectInvalid(given(), `${name}.to=2026-02-31`)
      }
    })
  })
}

async function expectInvalid({ world, base }: Subject, query: string): Promise<void> {
  const answer = await world.clients.manager.get(`${base}?${query}`)
  expect(answer, query).toMatchObject({ status: 422, body: { code: 'invalid' } })
  expect(answer.body.errors.length, query).toBeGreaterThan(0)
}

import { expect } from 'vitest'
import type { PersonActor } from '../../record/actor.ts'
import type { TestApp } from '../../testing/app.ts'
import { download, type Sent, upload } from '../sides/upload.testing.ts'
import { platformWorks } from '../work/kinds.ts'
import { workTask } from '../work/work.ts'
import { openBook, readingOf } from './sheet/open.ts'

/** Importing as a person does it, over HTTP; long work is run on the spot, as the jobs' worker would. */
export async function importer(app: TestApp, person: PersonActor, plural: string) {
  const client = await app.as(person)
  const token = await app.token(person)
  const base = `/api/${plural}/import`
  const work = async (answer: { status: number; body: { work: string } }) => {
    expect(answer.status, JSON.stringify(answer.body)).toBe(202)
    await workTask(platformWorks)(app.engine, { id: answer.body.work } as never)
    return (await client.get(`/api/work/${answer.body.work}`)).body
  }
  const self = {
    client,
    token,
    send: (file: Sent) => upload(app, token, base, [file]),
    async take(file: Sent) {
      const { status, body } = await self.send(file)
      expect(status, JSON.stringify(body)).toBe(201)
      return body
    },
    look: async (id: string) => (await client.get(`${base}/${id}`)).body,
    wish: (id: string, wish: object) => client.patch(`${base}/${id}`, wish),
    begin: (id: string, what: 'check' | 'apply', body: object = {}) => client.post(`${base}/${id}/${what}`, body),
    check: async (id: string) => work(await self.begin(id, 'check')),
    apply: async (id: string, rows: unknown = 'all') => work(await self.begin(id, 'apply', { rows })),
    rows: async (id: string, query = '') => (await client.get(`${base}/${id}/rows?limit=200${query}`)).body.items,
    /** The file of failed rows, cell by cell. */
    async failed(id: string): Promise<string[][]> {
      const { bytes } = await download(app, token, `${base}/${id}/failed?lang=zh`)
      const book = await openBook(bytes, readingOf(bytes))
      const rows: string[][] = []
      for await (const chunk of book.rows(0))
        for (const { cells } of chunk) rows.push([...cells].map((cell) => cell?.text ?? ''))
      return rows
    },
    /** Takes a file, checks it, and answers what a check found. */
    async tried(file: Sent) {
      const { id } = await self.take(file)
      const { state, result } = await self.check(id)
      expect(state).toBe('done')
      return { id, ...result }
    },
  }
  return self
}

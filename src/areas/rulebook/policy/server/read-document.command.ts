import { z } from 'zod'
import { command } from '../../../../platform/area.ts'
import { badFile } from '../../../../platform/transfer/sheet/limits.ts'
import { encodingOf } from '../../../../platform/transfer/sheet/text.ts'
import { readDocument } from '../document.rules.ts'
import { policy } from '../policy.record.ts'
import { docxLines } from './docx.ts'

const mostBytes = 10 * 1024 ** 2

/** Reads a document that a firm has as clauses, for a person to look at; nothing is written. */
export const readPolicyDocument = command({
  path: '/api/policy-documents',
  allow: policy.access.create,
  about: policy.name,
  summary: 'Reads a DOCX or text file as the clauses of a policy, to be looked at before anything is kept',
  bodyLimit: mostBytes * 1.4,
  input: z.strictObject({ name: z.string().min(1).max(255), content: z.base64().max(mostBytes * 1.37) }),
  output: z.object({
    title: z.string().nullable(),
    before: z.array(z.string()).readonly(),
    clauses: z
      .array(
        z.object({
          key: z.string(),
          heading: z.string(),
          text: z.string(),
          problem: z.tuple([z.string(), z.string()]).readonly().nullable(),
        }),
      )
      .readonly(),
  }),
  async run(_tx, { content }) {
    const bytes = Buffer.from(content, 'base64')
    return readDocument(await linesOf(bytes))
  },
})

async function linesOf(bytes: Buffer): Promise<string[]> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return docxLines(bytes)
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0')
    throw badFile('old-format', [
      '这是旧版 DOC 文件。请另存为 DOCX 后再选。',
      'This is an old DOC file. Save it as DOCX and choose that.',
    ])
  if (bytes.subarray(0, 4).toString('latin1') === '%PDF')
    throw badFile('no-text', [
      'PDF 不能读成条款。请用 DOCX 或文本。',
      'A PDF cannot be read as clauses. Use DOCX or text.',
    ])
  return new TextDecoder(encodingOf(bytes)).decode(bytes).split(/\r\n|[\n\r\u2028\u2029]/)
}

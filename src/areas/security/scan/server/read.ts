import type { z } from 'zod'
import { badFile } from '../../../../platform/transfer/sheet/limits.ts'
import { openBook, readingOf } from '../../../../platform/transfer/sheet/open.ts'
import { type Fault, invalid } from '../../../../record/problem.ts'
import { mostFaults, mostFindings, type Report } from '../finding.rules.ts'
import type { scanFormats } from '../scan.record.ts'
import { type Line, readTable } from '../table.rules.ts'
import { readTrivy, trivySchema } from '../trivy.rules.ts'
import { readVex, vexSchema } from '../vex.rules.ts'

export type Format = (typeof scanFormats)[number]

/** What a report says, in whatever of the three forms it is. Refuses `invalid` with every fault at once. */
export async function readReport(bytes: Buffer): Promise<Report & { readonly format: Format }> {
  const found = await reportIn(bytes)
  if (found.faults.length > 0) throw invalid(found.faults.slice(0, mostFaults))
  if (found.findings.length > mostFindings)
    throw badFile('too-many', [
      `一份报告最多 ${mostFindings} 条发现,请按系统分开导出。`,
      `A report holds ${mostFindings} findings at most: export it system by system.`,
    ])
  return found
}

async function reportIn(bytes: Buffer): Promise<Report & { readonly format: Format }> {
  const start = bytes
    .subarray(0, 200)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (!start.startsWith('{')) return { ...readTable(await linesOf(bytes)), format: 'csv' }
  const document = parsed(bytes)
  if ('bomFormat' in document) return { ...readVex(shapedAs(vexSchema, document)), format: 'cyclonedx' }
  if ('SchemaVersion' in document) return { ...readTrivy(shapedAs(trivySchema, document)), format: 'trivy' }
  throw badFile('unknown-format', [
    '认不出报告格式。可导入 CSV、XLSX、CycloneDX VEX(1.5、1.6)和 Trivy 的 JSON。',
    'The format is not known. CSV, XLSX, CycloneDX VEX (1.5, 1.6) and JSON of Trivy can be taken.',
  ])
}

function parsed(bytes: Buffer): object {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, '')) as object
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw badFile('bad-json', ['文件不是完整的 JSON。', 'The file is not whole JSON.'])
  }
}

function shapedAs<S extends z.ZodType>(schema: S, document: object): z.output<S> {
  const read = schema.safeParse(document)
  if (read.success) return read.data
  throw invalid(
    read.error.issues.slice(0, mostFaults).map(
      ({ path, message }): Fault => ({
        path: path.join('.'),
        code: 'bad-shape',
        text: [`${path.join('.')}:与格式不符(${message})。`, `${path.join('.')}: ${message}`],
      }),
    ),
  )
}

async function linesOf(bytes: Buffer): Promise<Line[]> {
  const book = await openBook(bytes, readingOf(bytes))
  const lines: Line[] = []
  for await (const rows of book.rows(0))
    for (const { n, cells } of rows) lines.push({ n, cells: cells.map((cell) => cell?.text ?? '') })
  return lines
}

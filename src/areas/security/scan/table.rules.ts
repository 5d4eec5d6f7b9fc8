/** Reports as tables, whatever made them: columns are known by their headings, Chinese or English. Pure. */
import { fold } from '../../../record/fold.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import { severityOf } from '../vulnerability/severity.rules.ts'
import { clip, type Finding, type Report } from './finding.rules.ts'

const headings = {
  ref: ['cve', 'cve id', 'id', 'vulnerability id', 'plugin id', '漏洞编号', 'cve编号', '编号'],
  title: ['title', 'name', 'vulnerability', 'summary', '漏洞名称', '名称', '标题'],
  severity: ['severity', 'risk', 'level', '严重程度', '风险等级', '危险级别', '等级'],
  score: ['score', 'cvss', 'cvss score', 'cvss v3', '评分', 'cvss评分'],
  target: [
    'target',
    'host',
    'ip',
    'address',
    'asset',
    'hostname',
    '目标',
    '主机',
    'ip地址',
    '资产',
    '资产标签',
    '地址',
  ],
  product: ['product', 'package', 'component', 'software', '产品', '软件包', '软件', '组件'],
  version: ['version', 'installed version', 'installed', '版本', '安装版本', '当前版本'],
  fixedVersion: ['fixed version', 'fixed', 'fixed in', '修复版本'],
} as const
type Column = keyof typeof headings

export interface Line {
  /** As a spreadsheet numbers it. */
  readonly n: number
  readonly cells: readonly string[]
}

/** The first line that is not empty names the columns; every fault of all lines is told at once. */
export function readTable(lines: readonly Line[]): Report {
  const [head, ...rest] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const columns = new Map<Column, number>()
  for (const [i, cell] of (head?.cells ?? []).entries()) {
    const said = fold(cell).toLowerCase()
    const column = (Object.keys(headings) as Column[]).find((name) =>
      (headings[name] as readonly string[]).includes(said),
    )
    if (column && !columns.has(column)) columns.set(column, i)
  }
  const faults: Fault[] = []
  for (const [name, zh] of [
    ['ref', '漏洞编号'],
    ['severity', '严重程度'],
  ] as const)
    if (!columns.has(name))
      faults.push(fault(name, 'no-column', `缺少「${zh}」一列。`, `There is no column for the ${name}.`))
  if (!columns.has('target') && !columns.has('product'))
    faults.push(
      fault('target', 'no-column', '缺少「目标」或「产品」一列。', 'There is no column for the target or the product.'),
    )
  if (faults.length > 0) return { findings: [], left: 0, faults, scannedAt: null, scanner: null }
  let left = 0
  const findings: Finding[] = []
  for (const line of rest) {
    const read = readLine(line, (name) => line.cells[columns.get(name) ?? -1])
    faults.push(...read.faults)
    if (read.finding === 'left') left++
    else if (read.finding) findings.push(read.finding)
  }
  return { findings, left, faults, scannedAt: null, scanner: null }
}

function readLine(
  { n }: Line,
  cell: (name: Column) => string | undefined,
): { faults: Fault[]; finding: Finding | 'left' | null } {
  const faults: Fault[] = []
  const at = (name: Column) => `${n}.${name}`
  const ref = clip(cell('ref'), 80)
  if (ref === null) faults.push(fault(at('ref'), 'required', `第 ${n} 行没有漏洞编号。`, `Row ${n} has no reference.`))
  const said = clip(cell('score'), 20)
  const score = said === null ? null : Number(said)
  if (score !== null && !(score >= 0 && score <= 10))
    faults.push(
      fault(
        at('score'),
        'no-score',
        `第 ${n} 行的评分须在 0 到 10 之间。`,
        `The score of row ${n} must be from 0 to 10.`,
      ),
    )
  const severity = severityOf(cell('severity'), score)
  if (severity === null)
    faults.push(
      fault(
        at('severity'),
        'no-such-severity',
        `第 ${n} 行的严重程度「${cell('severity')}」不认识。`,
        `Row ${n}: there is no severity ${cell('severity')}.`,
      ),
    )
  if (faults.length > 0 || ref === null || severity === null) return { faults, finding: null }
  if (severity === 'none') return { faults, finding: 'left' }
  return {
    faults,
    finding: {
      ...{ line: n, ref, title: clip(cell('title'), 200) ?? ref, severity, score },
      target: clip(cell('target'), 200),
      product: clip(cell('product'), 200),
      version: clip(cell('version'), 120),
      fixedVersion: clip(cell('fixedVersion'), 120),
      ...{ says: 'affected', justification: null, note: null },
    },
  }
}

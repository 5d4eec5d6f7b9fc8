import type { Column } from '../../../platform/transfer/columns.ts'
import { foldWord } from '../../../platform/transfer/fold-word.ts'
import { headerRowOf, isTotals } from '../../../platform/transfer/import/layout.ts'
import { readCell } from '../../../platform/transfer/import/value.ts'
import type { SheetRow } from '../../../platform/transfer/sheet/sheet.ts'
import type { Wall } from '../../../platform/transfer/wall.ts'
import { f } from '../../../record/field.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import { type AccountEntry, entrySchema, merged, mostAccounts, type Placed } from './entry.rules.ts'

type Name = keyof AccountEntry | 'enabled'

/** What systems and people write above a column, folded as `foldWord` does. */
const headings: Readonly<Record<Name, readonly string[]>> = {
  login: [
    '账号',
    '帐号',
    '登录名',
    '用户名',
    '登录账号',
    'login',
    'user',
    'username',
    'account',
    'accountname',
    'uid',
    'userid',
    'samaccountname',
  ],
  name: ['姓名', '名称', '显示名', '使用人', 'name', 'displayname', 'fullname', 'cn'],
  employeeNo: ['工号', '员工号', '人员编号', 'employeeno', 'employeenumber', 'employeeid'],
  mail: ['邮箱', '邮件', '电子邮件', 'mail', 'email', 'e-mail'],
  rights: [
    '权限',
    '角色',
    '组',
    '用户组',
    '岗位权限',
    'rights',
    'right',
    'roles',
    'role',
    'groups',
    'group',
    'permissions',
    'permission',
    'privileges',
  ],
  privileged: ['特权', '特权账号', '管理员', 'privileged', 'admin', 'superuser', 'isadmin'],
  shared: ['共享', '共享账号', '公用', 'shared'],
  secondFactor: ['双因素', '双因子', '第二因素', '多因素', '二次认证', 'mfa', '2fa', 'secondfactor', 'twofactor'],
  disabled: ['停用', '禁用', '已停用', '锁定', 'disabled', 'locked'],
  enabled: ['启用', '有效', '在用', 'enabled', 'active'],
  lastUsedAt: [
    '最后使用',
    '最近使用',
    '最后登录',
    '最近登录',
    '上次登录',
    '最后登录时间',
    '最近登录时间',
    '最后使用时间',
    'lastused',
    'lastlogin',
    'lastlogon',
    'lastusedat',
    'lastsignin',
  ],
}

const nameOf = new Map(Object.entries(headings).flatMap(([name, words]) => words.map((word) => [word, name as Name])))
const known = (heading: string): Name | undefined => nameOf.get(foldWord(heading))

const flags: readonly Name[] = ['privileged', 'shared', 'secondFactor', 'disabled', 'enabled']
const kindOf = (name: Name): Column['kind'] =>
  flags.includes(name) ? 'flag' : name === 'lastUsedAt' ? 'instant' : 'text'

const columnOf = (name: Name): Column => ({
  ...{ name, kind: kindOf(name), words: [name, name], field: f.text({ max: 20_000 }) },
  ...{ choices: {}, importable: true, headings: [], says: {} },
})

export interface ReadList {
  readonly entries: readonly AccountEntry[]
  readonly faults: readonly Fault[]
}

/** So many faults are told; whoever has more has another file in hand. */
const mostFaults = 200

/**
 * The accounts that a sheet tells of, or everything that is wrong with it: a list of which one row cannot be read is not taken in
 * part, since what is missing from it would count as gone.
 */
export function readSheet(rows: readonly SheetRow[], wall: Wall): ReadList {
  const headerRow = headerRowOf(rows, (heading) => known(heading) !== undefined)
  const header = rows.find(({ n }) => n === headerRow)
  if (!header) return { entries: [], faults: [fault('file', 'no-rows', '文件里没有内容。', 'The file holds nothing.')] }
  const { columns, faults } = columnsIn(header)
  if (faults.length > 0) return { entries: [], faults }
  const placed: Placed[] = []
  const body = rows.filter((row) => row.n > header.n && row.cells.some((cell) => cell && cell.text.trim() !== ''))
  if (body.at(-1) && isTotals(body.at(-1) as SheetRow)) body.pop()
  for (const row of body) {
    const read = readRow(row, columns, header.cells.length, wall)
    if (Array.isArray(read)) faults.push(...read)
    else placed.push(read)
  }
  if (body.length === 0)
    faults.push(fault('file', 'no-rows', '标题下面没有账号。', 'There is no account below the heading.'))
  if (body.length > mostAccounts * 10)
    faults.push(fault('file', 'too-much', '清单过长,请检查文件。', 'The list is far too long; check the file.'))
  const { entries, faults: contradictions } = merged(placed)
  if (entries.length > mostAccounts)
    faults.push(
      fault('file', 'too-much', `账号超过 ${mostAccounts} 个。`, `There are more than ${mostAccounts} accounts.`),
    )
  return { entries, faults: [...faults, ...contradictions].slice(0, mostFaults) }
}

function columnsIn({ n, cells }: SheetRow): { columns: Map<number, Name>; faults: Fault[] } {
  const columns = new Map<number, Name>()
  const faults: Fault[] = []
  for (const [i, cell] of cells.entries()) {
    const name = cell && known(cell.text)
    if (!name) continue
    if ([...columns.values()].includes(name))
      faults.push(
        fault(`${n}`, 'column-twice', `「${cell.text}」一列有两次。`, `The column “${cell.text}” is there twice.`),
      )
    columns.set(i, name)
  }
  if (![...columns.values()].includes('login'))
    faults.push(
      fault(
        'file',
        'no-login-column',
        '没有找到账号一列。请把标题写成「账号」「登录名」或 login。',
        'There is no column of accounts. Head it login, user or account.',
      ),
    )
  return { columns, faults }
}

function readRow(row: SheetRow, columns: ReadonlyMap<number, Name>, width: number, wall: Wall): Placed | Fault[] {
  const at = `${row.n}`
  const faults: Fault[] = []
  const put = (code: string, zh: string, en: string) =>
    faults.push(fault(at, code, `第 ${row.n} 行:${zh}`, `Row ${row.n}: ${en}`))
  const values: Partial<Record<Name, unknown>> = {}
  if (row.cells.slice(width).some((cell) => cell && cell.text.trim() !== ''))
    put('too-wide', '比标题多出内容,可能缺了引号。', 'it has more cells than the heading; a quotation may be missing.')
  for (const [i, name] of columns) {
    const cell = row.cells[i]
    if (cell?.text.includes('\uFFFD')) put('damaged-text', '文字已损坏。', 'its text is damaged.')
    const said = readCell(columnOf(name), cell, wall)
    if (!said) continue
    if ('wrong' in said) put(said.wrong.code, said.wrong.text[0], said.wrong.text[1])
    else if ('value' in said) values[name] = said.value
  }
  if (values.login === undefined) put('no-login', '没有账号。', 'it names no account.')
  if (faults.length > 0) return faults
  const { enabled, rights, ...rest } = values
  const read = entrySchema.safeParse({
    ...rest,
    rights: partsOf(String(rights ?? '')),
    ...(enabled === undefined ? {} : { disabled: rest.disabled === true || enabled === false }),
  })
  if (read.success) return { at: `第 ${row.n} 行`, entry: read.data }
  for (const { path } of read.error.issues)
    put('too-long', `${path.join('.')} 过长或不合格式。`, `${path.join('.')} is too long or malformed.`)
  return faults
}

/** `read; trade` as people part them; a comma parts too, as no code of a right has one. */
const partsOf = (text: string): string[] =>
  text
    .split(/[;;,,、|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

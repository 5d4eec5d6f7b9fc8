import type { CellFault, Summary } from '../../platform/transfer/import/import.ts'
import type { Words } from '../../record/words.ts'

export const usage: Words = [
  `touchstone import 列表 文件 [--as 登录名] [选项]
  列表为地址中的名称,例如 incidents;文件为 XLSX 或 CSV。
  --as 登录名       以谁的名义导入(默认:与操作系统用户同名的账号)
  --good           只导入没有问题的行(默认:有一行不符合即全部不导入)
  --dry-run        只检查,不写入
  --mapping 文件    JSON:{"fields": {"列名": "字段"}, "match": "字段", "headerRow": 3 …}
  --failed 文件     把未导入的行连同原因写成 XLSX
退出码:0 全部符合;1 有行未导入或中途停止;2 无法开始。`,
  `touchstone import LIST FILE [--as LOGIN] [options]
  LIST is named as in its address, such as incidents; FILE is XLSX or CSV.
  --as LOGIN       whose import it is (else: the account named as the user of this machine)
  --good           import the rows that hold (else nothing is, when one does not)
  --dry-run        check only, and write nothing
  --mapping FILE   JSON: {"fields": {"heading": "field"}, "match": "field", "headerRow": 3 …}
  --failed FILE    write the rows that were not imported, with the reasons, as XLSX
Exits 0 when all rows hold, 1 when some were not imported or it was stopped, 2 when it could not begin.`,
]

export const checkedWords = ({ rows, create, change, unchanged, fault }: Summary): Words => [
  `已检查 ${rows} 行:新建 ${create},修改 ${change},不变 ${unchanged},有误 ${fault}`,
  `Checked ${rows} rows: ${create} new, ${change} to change, ${unchanged} unchanged, ${fault} at fault`,
]

export const importedWords = ({ created, changed }: { created: number; changed: number }): Words => [
  `已导入:新建 ${created},修改 ${changed}`,
  `Imported: ${created} created, ${changed} changed`,
]

export const nothingWritten: Words = ['试运行,未写入任何内容。', 'Checked only; nothing was written.']

export const stoppedWords = (result: Summary | null): Words => {
  const { created, changed } = result?.applied ?? { created: 0, changed: 0 }
  return [
    `已停止;停止前新建 ${created},修改 ${changed}。`,
    `Stopped; ${created} had been created and ${changed} changed.`,
  ]
}

export function faultWords(n: number, { cell, heading, text: [zh, en] }: CellFault): Words {
  const where = [cell, heading].filter(Boolean).join(' ')
  return where === ''
    ? [`第 ${n} 行:${zh}`, `Row ${n}: ${en}`]
    : [`第 ${n} 行 ${where}:${zh}`, `Row ${n}, ${where}: ${en}`]
}

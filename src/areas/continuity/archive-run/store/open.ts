import type { Words } from '../../../../record/words.ts'
import { targetFrom } from '../../../operations/operations.api.ts'
import { mysql } from './mysql.ts'
import { postgres } from './postgres.ts'
import type { Place } from './rows.ts'
import { type Dialect, Halted, type Shape } from './store.ts'

const addressOf = targetFrom(process.env)

/** The table at both places, fit to be moved; closed again after `work`. */
export async function atBoth<T>(
  job: {
    readonly source: string
    readonly target: string
    readonly table: string
    readonly column: string
    readonly sums: readonly string[]
  },
  work: (source: Place, target: Place) => Promise<T>,
): Promise<T> {
  const opened: Dialect[] = []
  const place = async (name: string): Promise<Place> => {
    const dialect = await open(name)
    opened.push(dialect)
    return { dialect, table: job.table, shape: await dialect.describe(job.table) }
  }
  try {
    const source = await place(job.source)
    const target = await place(job.target)
    const faults = unfit(source, target, [job.column, ...job.sums])
    if (faults.length > 0) throw new Halted(faults.map(([zh]) => zh).join(' '), faults.map(([, en]) => en).join(' '))
    return await work(source, target)
  } finally {
    await Promise.allSettled(opened.map((one) => one.close()))
  }
}

async function open(name: string): Promise<Dialect> {
  const url = addressOf(name)
  if (url === null)
    throw new Halted(`服务器的环境变量里没有「${name}」。`, `The server’s environment names no target ${name}.`)
  if (/^postgres(ql)?:/.test(url)) return postgres(url)
  if (/^(mysql|mariadb):/.test(url)) return mysql(url)
  throw new Halted(`「${name}」不是 PostgreSQL 或 MySQL 的地址。`, `${name} is no address of PostgreSQL or MySQL.`)
}

/** Why nothing may be moved from one to the other, all of it. */
function unfit(source: Place, target: Place, wanted: readonly string[]): Words[] {
  if (source.dialect.kind !== target.dialect.kind)
    return [['两边须是同一种数据库。', 'Both must be databases of the same kind.']]
  const faults: Words[] = [
    ...source.shape.faults.map(([zh, en]): Words => [`源库:${zh}`, `Source: ${en}`]),
    ...target.shape.faults.map(([zh, en]): Words => [`归档库:${zh}`, `Archive: ${en}`]),
  ]
  if (source.shape.key.length === 0) faults.push(['源库的表没有主键。', 'The table in the source has no primary key.'])
  if (plain(source.shape) !== plain(target.shape))
    faults.push(['两边的列或主键不同。', 'Its columns or primary keys differ between the two.'])
  const names = source.shape.columns.map(({ name }) => name)
  for (const one of wanted) if (!names.includes(one)) faults.push([`没有列「${one}」。`, `There is no column ${one}.`])
  return faults
}

const plain = ({ columns, key }: Shape): string =>
  JSON.stringify([columns.map(({ name, type, made }) => [name, type, made]), key])

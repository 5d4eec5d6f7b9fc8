import { z } from 'zod'
import { shaped } from '../../../record/shape.ts'
import type { Words } from '../../../record/words.ts'

export const methods = ['pg-dump', 'mysql-dump', 'tar', 'restic', 'command'] as const
export type Method = (typeof methods)[number]

const path = (words: Words) =>
  shaped(
    z
      .string()
      .trim()
      .max(500)
      .regex(/^(\/|[A-Za-z]:[\\/])/, { error: 'not an absolute path' }),
    words,
  )
const folder = path(['副本所在目录(服务器可读)', 'Folder of the copies, as the server reads it'])
const watch = shaped(
  z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^/\\]+$/, { error: 'a file name, not a path' }),
  ['服务器自行查看的文件名,* 代表任意', 'Names that the server looks for by itself; * is anything'],
).optional()

/** How copies are made, and where the server that restores them finds them. What is there is read and never written to. */
export const methodSchema = z.discriminatedUnion('is', [
  shaped(z.strictObject({ is: z.literal('pg-dump'), folder, watch }), [
    'PostgreSQL(pg_dump 归档格式)',
    'PostgreSQL (an archive of pg_dump)',
  ]),
  shaped(z.strictObject({ is: z.literal('mysql-dump'), folder, watch }), [
    'MySQL / MariaDB(mysqldump)',
    'MySQL or MariaDB (mysqldump)',
  ]),
  shaped(z.strictObject({ is: z.literal('tar'), folder, watch }), ['文件(tar)', 'Files (tar)']),
  shaped(
    z.strictObject({
      is: z.literal('restic'),
      repository: path(['仓库目录(服务器可读)', 'Repository, as the server reads it']),
      passwordFile: path(['服务器上的口令文件', 'File of its password on the server']),
    }),
    ['文件(restic)', 'Files (restic)'],
  ),
  shaped(
    z.strictObject({
      is: z.literal('command'),
      folder,
      watch,
      program: shaped(
        z
          .string()
          .trim()
          .regex(/^[a-z][a-z0-9-]*$/, { error: 'no name of a program' }),
        ['恢复程序(服务器清单中的名称)', 'Program that restores, by its name in the server’s list'],
      ),
    }),
    ['其他(由程序恢复)', 'Anything else (a program restores it)'],
  ),
])
export type MethodSettings = z.infer<typeof methodSchema>

/** The name that a run reports a total by. */
export const totalName = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9_.-]{0,59}$/, { error: 'small letters, digits, - _ .' })

/** What is asked of a restored copy, beside all its rows or files, which are always counted. */
const totalSchema = z.strictObject({
  name: shaped(totalName, ['名称', 'Name']),
  of: shaped(
    z.string().trim().max(2_000).default(''),
    ['SQL;文件则为路径,加 #lines 数行', 'SQL; of files a path, with #lines its lines'],
    { long: true },
  ),
  check: shaped(z.enum(['same', 'least', 'fresh']).default('same'), ['须', 'It must'], {
    choices: {
      same: ['与备份时上报的相同', 'Be what the run reported'],
      least: ['不少于下面的数', 'Be at least the number below'],
      fresh: ['是不早于恢复点目标的时刻', 'Be an instant no older than the recovery point allows'],
    },
  }),
  least: shaped(z.number().optional(), ['最少', 'At least']),
})
export type Total = z.infer<typeof totalSchema>

export const totalsSchema = z.array(totalSchema).max(30)

/** What a run says that it saved. */
export const reportedSchema = z.array(z.strictObject({ name: totalName, value: z.string().trim().max(200) })).max(60)
export type Reported = z.infer<typeof reportedSchema>

/** What a configuration checklist asks for: where each value is read, and what it must be. Pure zod. */
import { z } from 'zod'
import { wrong } from '../../../record/problem.ts'
import { shaped } from '../../../record/shape.ts'

const target = () => z.string().trim().min(1).max(100)
const beneath = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .refine(
    (path) => !/^([/\\]|[A-Za-z]:)/.test(path) && !path.split(/[/\\]/).includes('..'),
    wrong('须是目录内的相对路径', 'A path inside the folder'),
  )

const folder = shaped(target(), ['目录目标(服务器环境中的名称)', 'Folder, as a target of the server'])
const path = shaped(beneath, ['目录内的文件', 'File inside it'])
const pattern = z.string().min(1).max(500)

/** Where a value is read. `{code}` and `{host}` stand for the code and the host of the component that is checked. */
const fromSchema = z.discriminatedUnion('is', [
  shaped(
    z.strictObject({
      is: z.literal('file-line'),
      folder,
      path,
      pattern: shaped(pattern.clone(), [
        '行的正则表达式(RE2),取第一个括号',
        'Pattern of its line (RE2); its first group',
      ]),
    }),
    ['文件中的一行', 'A line of a file'],
  ),
  shaped(z.strictObject({ is: z.literal('file-digest'), folder: folder.clone(), path: path.clone() }), [
    '文件摘要(SHA-256)',
    'Digest of a file (SHA-256)',
  ]),
  shaped(
    z.strictObject({
      is: z.literal('sql'),
      target: shaped(target(), ['数据库目标', 'Database target']),
      statement: shaped(
        z.string().trim().min(1).max(4_000),
        ['查询,取首行首列', 'Statement; the first cell of its first row'],
        {
          long: true,
        },
      ),
    }),
    ['SQL 查询', 'SQL'],
  ),
  shaped(
    z.strictObject({
      is: z.literal('program'),
      program: shaped(
        z
          .string()
          .trim()
          .regex(/^[a-z][a-z0-9-]*$/)
          .max(100),
        ['程序(服务器清单中的名称)', 'Program, by its name in the server’s list'],
      ),
    }),
    ['程序输出', 'What a program says'],
  ),
  shaped(
    z.strictObject({
      is: z.literal('ssh'),
      host: shaped(z.string().trim().min(1).max(253).default('{host}'), ['主机', 'Host']),
      port: shaped(z.int().min(1).max(65_535).default(22), ['端口', 'Port']),
      user: shaped(z.string().trim().min(1).max(100), ['用户名', 'User']),
      /** As `ssh-keygen -lf` prints them: one for each host. */
      hostKeys: shaped(
        z
          .array(
            z
              .string()
              .trim()
              .regex(/^SHA256:[A-Za-z0-9+/]{43}$/),
          )
          .min(1)
          .max(50),
        ['主机密钥指纹(SHA256:…)', 'Host keys (SHA256:…)'],
        { tags: true },
      ),
      key: shaped(target(), ['私钥文件目标', 'Target with the private key']),
      command: shaped(z.string().trim().min(1).max(1_000), ['命令', 'Command']),
    }),
    ['SSH 命令输出', 'What a command says over SSH'],
  ),
])
export type From = z.output<typeof fromSchema>

/** What a value must be. */
const expectSchema = z.discriminatedUnion('is', [
  shaped(
    z
      .strictObject({
        is: z.literal('number'),
        least: shaped(z.number().optional(), ['至少', 'At least']),
        most: shaped(z.number().optional(), ['至多', 'At most']),
      })
      .refine(
        ({ least, most }) => (least !== undefined || most !== undefined) && (least ?? -Infinity) <= (most ?? Infinity),
        wrong('须有上限或下限,下限不大于上限', 'It needs a bound, the lower not above the upper', ['least']),
      ),
    ['数值范围', 'A number within'],
  ),
  shaped(z.strictObject({ is: z.literal('text'), value: shaped(z.string().trim().max(400), ['值', 'Value']) }), [
    '恰为',
    'Exactly',
  ]),
  shaped(
    z.strictObject({
      is: z.literal('pattern'),
      pattern: shaped(pattern.clone(), ['正则表达式(RE2)', 'Pattern (RE2)']),
    }),
    ['符合正则表达式', 'Matching'],
  ),
  shaped(
    z.strictObject({
      is: z.literal('digest'),
      sha256: shaped(
        z
          .string()
          .trim()
          .toLowerCase()
          .regex(/^[0-9a-f]{64}$/),
        ['SHA-256', 'SHA-256'],
      ),
    }),
    ['摘要', 'Digest'],
  ),
  /** Whatever the component's baseline says. */
  shaped(z.strictObject({ is: z.literal('baseline') }), ['与基线一致', 'As in the baseline']),
])
export type Expect = z.output<typeof expectSchema>

const itemSchema = z.strictObject({
  key: shaped(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), ['代号', 'Key']),
  name: shaped(z.string().trim().min(1).max(80), ['配置项', 'Item']),
  nameEn: shaped(z.string().trim().min(1).max(80).optional(), ['英文名称', 'Name in English']),
  from: shaped(fromSchema, ['取自', 'Read from']),
  expect: shaped(expectSchema, ['须为', 'It must be']),
})
export type Item = z.output<typeof itemSchema>

export const itemsSchema = z
  .array(itemSchema)
  .min(1)
  .max(100)
  .refine(
    (items) => new Set(items.map(({ key }) => key)).size === items.length,
    wrong('代号不能重复', 'Keys are used once each'),
  )

/** What a check found of each item, with what it then had to be. */
export const foundSchema = z.array(
  z.strictObject({
    key: shaped(z.string(), ['代号', 'Key']),
    name: shaped(z.string(), ['配置项', 'Item']),
    nameEn: shaped(z.string().optional(), ['英文名称', 'Name in English']),
    is: shaped(z.enum(['matches', 'drift', 'unknown']), ['结果', 'Result'], {
      choices: { matches: ['相符', 'Matches'], drift: ['偏离', 'Drift'], unknown: ['未知', 'Unknown'] },
    }),
    found: shaped(z.string().nullable(), ['实际值', 'Found']),
    expect: shaped(expectSchema.clone(), ['须为', 'It must be']),
    /** It is not what the checklist asks for, and has been accepted in the baseline. */
    accepted: shaped(z.boolean().default(false), ['基线已认可', 'Accepted in the baseline']),
    /** Why nothing was learnt. */
    note: shaped(z.string().nullable(), ['说明', 'Note']),
  }),
)
export type Found = z.output<typeof foundSchema>[number]

import { fold } from '../../../record/fold.ts'
import { dateOf } from '../../../record/time.ts'
import type { Words } from '../../../record/words.ts'
import type { Column } from '../columns.ts'
import { dateOfMoment, instantOfText, momentOfSerial, momentOfText } from '../dates.ts'
import { tooLongMark } from '../export/cells.ts'
import { foldWord } from '../fold-word.ts'
import { withoutGuard } from '../guard.ts'
import type { Cell } from '../sheet/sheet.ts'
import { type Wall, wallText } from '../wall.ts'

/** What is wrong with a cell: a stable code and a sentence. */
export interface Wrong {
  readonly code: string
  readonly text: Words
}

/** What a cell says for a column: a value, links yet to be looked up, nothing, or what is wrong with it. */
export type Said =
  | { readonly value: unknown }
  | { readonly links: readonly string[] }
  | { readonly wrong: Wrong }
  | null

const wrong = (code: string, zh: string, en: string): Said => ({ wrong: { code, text: [zh, en] } })

/** Reads a cell as a value of the column. An empty cell says nothing: whatever is there stays as it is. */
export function readCell(column: Column, cell: Cell | undefined, wall: Wall): Said {
  if (!cell) return null
  if (cell.is === 'error') {
    return wrong('cell-error', `单元格是错误值 ${cell.text}。`, `The cell holds the error ${cell.text}.`)
  }
  if (cell.is === 'unknown') {
    return wrong(
      'not-reckoned',
      '单元格是公式,文件里没有它的结果。请在表格软件中打开并保存一次。',
      'The cell is a formula without its result. Open and save the file in a spreadsheet first.',
    )
  }
  const text = cell.is === 'text' ? withoutGuard(cell.text).replace(/\r\n?/g, '\n') : cell.text
  if (text.trim() === '' || tooLongMark.includes(text)) return null
  return readers[column.kind](column, { ...cell, text }, wall)
}

type Reader = (column: Column, cell: Cell, wall: Wall) => Said

const readers: Record<Column['kind'], Reader> = {
  text: readText,
  prose: readText,
  number: readNumber,
  flag: readFlag,
  choice: readChoice,
  state: readChoice,
  date: readDate,
  'trading-day': readDate,
  instant: readInstant,
  link: (_column, { text }) => ({ links: [text.trim()] }),
  links: (_column, { text }) => ({
    links: text
      .split(/[;;\n]/)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  }),
  json: readJson,
}

function readText({ field, kind }: Column, cell: Cell, wall: Wall): Said {
  if (cell.is === 'number') return readDigits(cell.text)
  if (cell.is === 'date') {
    const moment = momentOfSerial(Number(cell.text))
    if (!moment) return { value: cell.text }
    return { value: moment.ms === 0 ? dateOf(moment.day) : wallText(wall, wall.instant(moment.day, moment.ms)) }
  }
  // A spreadsheet that saved a long number as text has shortened it before.
  if (kind === 'text' && /^[1-9](\.\d+)?E\+(1[1-9]|[2-9]\d)$/i.test(cell.text.trim())) return lostDigits()
  return { value: field.unique ? fold(cell.text) : cell.text.trim() }
}

/** A number in a column of text is a code: its digits are kept as they stand, where the file still has them. */
function readDigits(text: string): Said {
  const number = Number(text)
  if (/^-?\d+$/.test(text)) return wentThroughFloat(text) ? lostDigits() : { value: text }
  return Math.abs(number) >= 1e15 ? lostDigits() : { value: String(number) }
}

/** Spreadsheets keep 15 digits and fill up with zeros; other programs write what a floating-point number has left. */
const wentThroughFloat = (text: string): boolean =>
  /^-?\d{15}0+$/.test(text) || (!Number.isSafeInteger(Number(text)) && String(Number(text)) === text)

const lostDigits = (): Said =>
  wrong(
    'digits-lost',
    '表格软件把这个长号码当作数字,只留下前 15 位。请把这一列设为文本后重新填写。',
    'The spreadsheet took this long code for a number and kept 15 digits. Format the column as text and enter it again.',
  )

function readNumber(_column: Column, cell: Cell): Said {
  const plain = cell.is === 'number' ? cell.text : plainNumber(cell.text)
  const number = plain === null || cell.is === 'date' || cell.is === 'flag' ? Number.NaN : Number(plain)
  if (Number.isFinite(number)) return { value: number }
  return wrong('not-a-number', `「${cell.text}」不是数字。`, `“${cell.text}” is not a number.`)
}

/** `1,234.50`, `¥1,200元`, `(15)`, `−5`: as a plain number; null when it is none. */
function plainNumber(given: string): string | null {
  const text = fold(given).replace(/[−–]/g, '-')
  const bracketed = /^\((.+)\)$/.exec(text)
  const bare = (bracketed?.[1] ?? text).replace(/^([-+]?)\s*[¥$€]\s*/, '$1').replace(/\s*元$/, '')
  const grouped = /^[-+]?\d{1,3}([, ]\d{3})+(\.\d+)?$/.test(bare) ? bare.replace(/[, ]/g, '') : bare
  if (!/^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(grouped)) return null
  return bracketed ? `-${grouped}` : grouped
}

const yes = new Set(['是', 'yes', 'y', 'true', '1', '√', '✓', '对', '有'])
const no = new Set(['否', 'no', 'n', 'false', '0', '×', '✗', '错', '无'])

function readFlag(_column: Column, { text }: Cell): Said {
  const word = foldWord(text)
  if (yes.has(word)) return { value: true }
  if (no.has(word)) return { value: false }
  return wrong('not-a-flag', `「${text}」不是「是」或「否」。`, `“${text}” is neither yes nor no.`)
}

function readChoice({ choices, says }: Column, { text }: Cell): Said {
  const word = foldWord(text)
  const meant = Object.entries(says).find(([one]) => foldWord(one) === word)?.[1]
  const byCode = Object.keys(choices).filter((code) => foldWord(code) === word)
  const found =
    byCode.length > 0
      ? byCode
      : Object.keys(choices).filter((code) => choices[code]?.some((one) => foldWord(one) === word))
  const [only] = found
  if (only !== undefined && found.length === 1) return { value: only }
  if (typeof meant === 'string') return { value: meant }
  if (meant) return { wrong: { code: 'not-a-choice', text: meant.wrong } }
  const [zh, en] = [0, 1].map((lang) => Object.values(choices).map((words) => words[lang as 0 | 1]))
  if (found.length > 1) {
    return wrong(
      'ambiguous',
      `「${text}」可指几个选项,请用代码:${found.join('、')}。`,
      `“${text}” may be several choices; use a code: ${found.join(', ')}.`,
    )
  }
  return wrong(
    'not-a-choice',
    `「${text}」不在选项之中:${zh?.join('、')}。`,
    `“${text}” is none of: ${en?.join(', ')}.`,
  )
}

function readDate(_column: Column, cell: Cell): Said {
  const moment = momentIn(cell)
  const date = moment && dateOfMoment(moment)
  if (date) return { value: date }
  return wrong(
    'not-a-date',
    `「${cell.text}」不是日期。请写成 2024-03-05、2024/3/5 或 2024年3月5日。`,
    `“${cell.text}” is no date. Write 2024-03-05 or 2024/3/5.`,
  )
}

function readInstant(_column: Column, cell: Cell, wall: Wall): Said {
  const moment = momentIn(cell)
  const instant = moment ? wall.instant(moment.day, moment.ms) : instantOfText(fold(cell.text), wall)
  if (instant) return { value: instant }
  return wrong(
    'not-a-time',
    `「${cell.text}」不是时间。请写成 2024-03-05 14:30。`,
    `“${cell.text}” is no date and time. Write 2024-03-05 14:30.`,
  )
}

/** Text as it reads; a number as a spreadsheet's serial, also where a text file has kept nothing but that: `45356`. */
function momentIn({ text, is }: Cell) {
  if (is === 'flag') return null
  const plain = fold(text)
  return is === 'text' && !/^\d{1,6}(\.\d+)?$/.test(plain) ? momentOfText(plain) : momentOfSerial(Number(plain))
}

function readJson(_column: Column, { text }: Cell): Said {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return wrong('not-json', '内容不是有效的 JSON。', 'This is not valid JSON.')
  }
}

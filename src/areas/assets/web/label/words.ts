import type { Words } from '../../../../record/words.ts'
import type { Code } from '../../label/label.rules.ts'

export const labelWords = {
  print: ['打印标签', 'Print labels'],
  label: ['标签', 'Label'],
  stock: ['纸张', 'Printed on'],
  code: ['条码', 'Codes'],
  start: ['从哪一格起', 'Begin at'],
  startHint: ['用过的标签纸,点第一个空格。', 'On a begun sheet, press the first free place.'],
  download: ['下载 PDF', 'Download PDF'],
  actual: ['打印时选“实际大小”,不要“适合页面”。', 'Print at actual size, not fitted to the page.'],
} as const satisfies Record<string, Words>

export const codeWords = {
  both: ['二维码与一维码', 'QR and Code 128'],
  qr: ['仅二维码', 'QR only'],
  code128: ['仅一维码', 'Code 128 only'],
} as const satisfies Record<Code, Words>

export const placeWords = (n: number): Words => [`第 ${n} 格`, `Place ${n}`]

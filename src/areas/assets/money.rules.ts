/** Amounts are reckoned in whole fen, and stand in records in yuan with two decimals. */
export const fenOf = (yuan: number): number => Math.round(yuan * 100)
export const yuanOf = (fen: number): number => fen / 100

/** `1,234.50`, as a paper has it. */
export const moneyText = (yuan: number): string =>
  yuan.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** The sum of amounts in yuan, exact to the fen. */
export const sumYuan = (amounts: readonly number[]): number => yuanOf(amounts.reduce((sum, one) => sum + fenOf(one), 0))

/** Fen shared among so many pieces: no two differ by more than one fen, and together they are the whole. */
export function shared(fen: number, pieces: number): number[] {
  const least = Math.floor(fen / pieces)
  const more = fen - least * pieces
  return Array.from({ length: pieces }, (_, n) => least + (n < more ? 1 : 0))
}

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']

/**
 * An amount in the capitals of a Chinese order or cheque (人民币大写), by the rules for filling in bills and settlement vouchers
 * (《正确填写票据和结算凭证的基本规定》): `人民币壹仟肆佰零玖元伍角整`. Takes fen, up to 9999 万亿 yuan.
 */
export function capitals(fen: number): string {
  const whole = Math.abs(fen)
  const [yuan, jiao, rest] = [Math.floor(whole / 100), Math.floor(whole / 10) % 10, whole % 10]
  const head = yuan === 0 ? '' : `${wholeNumber(yuan)}元`
  const gap = head !== '' && jiao === 0 && rest > 0 ? '零' : ''
  const tail = `${jiao > 0 ? `${digits[jiao]}角` : ''}${rest > 0 ? `${gap}${digits[rest]}分` : ''}`
  const said = head + tail || '零元'
  return `人民币${fen < 0 ? '负' : ''}${said}${rest > 0 ? '' : '整'}`
}

/** Four digits at a time, from the highest; a run of noughts is said once. */
function wholeNumber(number: number): string {
  let said = ''
  let gap = false
  for (let n = groups.length - 1; n >= 0; n--) {
    const group = Math.floor(number / 10_000 ** n) % 10_000
    if (group === 0) {
      gap = said !== ''
      continue
    }
    if (said !== '' && (gap || group < 1_000)) said += '零'
    said += fourDigits(group) + groups[n]
    gap = false
  }
  return said
}

function fourDigits(group: number): string {
  let said = ''
  let gap = false
  for (let n = 3; n >= 0; n--) {
    const digit = Math.floor(group / 10 ** n) % 10
    if (digit === 0) {
      gap = said !== ''
      continue
    }
    said += `${gap ? '零' : ''}${digits[digit]}${places[n]}`
    gap = false
  }
  return said
}

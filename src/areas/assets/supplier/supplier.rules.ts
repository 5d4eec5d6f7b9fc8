import { fold } from '../../../record/fold.ts'
import { type Fault, fault } from '../../../record/problem.ts'

/** A name without what is written now so, now so: width, case, spaces, points and the brackets around a place. */
export const nameCore = (name: string): string =>
  fold(name)
    .toLowerCase()
    .replace(/[\s()[\]【】〔〕.,、·・&'"“”-]/g, '')

const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Is it a unified social credit code (统一社会信用代码), by its length, signs and check sign? Source: GB 32100-2015, 5 and annex A. */
export function isCreditCode(code: string): boolean {
  const values = [...code].map((sign) => signs.indexOf(sign))
  if (values.length !== 18 || values.includes(-1)) return false
  const sum = weights.reduce((n, weight, i) => n + weight * (values[i] as number), 0)
  return (31 - (sum % 31)) % 31 === values[17]
}

/** What is wrong with a credit code; none at all is nothing wrong. */
export const creditCodeFaults = ({ creditCode }: { readonly creditCode: string | null }): Fault[] =>
  creditCode === null || isCreditCode(creditCode)
    ? []
    : [
        fault(
          'creditCode',
          'not-a-code',
          '不是有效的统一社会信用代码(18 位,末位为校验码)。',
          'This is no unified social credit code: 18 signs, of which the last one checks the others.',
        ),
      ]

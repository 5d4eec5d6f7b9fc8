/** The months of a year as they are printed. Pure. */

/** Weeks from Monday to Sunday, as dates ('YYYY-MM-DD'); null outside of the month. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7
  const cells: (string | null)[] = [
    ...Array<null>(before).fill(null),
    ...Array.from({ length }, (_, n) => `${year}-${two(month)}-${two(n + 1)}`),
  ]
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

export const monthsOfYear: readonly number[] = Array.from({ length: 12 }, (_, n) => n + 1)

/** The years that dates from one to another fall in. */
export function yearsBetween(from: string, to: string): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, n) => first + n)
}

const two = (n: number): string => String(n).padStart(2, '0')

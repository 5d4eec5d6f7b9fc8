/** Plans as pages that any browser shows and prints without a network: no script, no font, no picture from elsewhere. Pure. */

export interface Printed {
  readonly title: string
  readonly state: string
  readonly warning: string | null
  readonly facts: readonly (readonly [string, string])[]
  readonly parts: readonly {
    readonly heading: string
    readonly text?: string
    readonly table?: { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }
  }[]
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const safe = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] as string)
const prose = (text: string): string => safe(text).replaceAll('\n', '<br>')

const style = `body{font:14px/1.55 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#111}
h1{font-size:1.6rem;margin:.2rem 0}h2{font-size:1.05rem;border-top:1px solid #999;padding-top:.5rem;margin:1.2rem 0 .3rem;break-after:avoid}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.25rem .5rem;text-align:left;vertical-align:top}th{background:#eee}tr{break-inside:avoid}
.stale{border:2px solid #a00;padding:.4rem .7rem;font-weight:bold}.quiet{color:#555}section+section{border-top:3px double #999;margin-top:2.5rem;padding-top:1.5rem;break-before:page}
@media print{body{margin:0;max-width:none}a{color:inherit;text-decoration:none}}`

const page = (title: string, body: string): string =>
  `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${safe(title)}</title><style>${style}</style></head>\n<body>${body}</body></html>\n`

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table>${heads.some((head) => head !== '') ? `<tr>${heads.map((head) => `<th>${safe(head)}</th>`).join('')}</tr>` : ''}${rows
    .map((cells) => `<tr>${cells.map((cell) => `<td>${prose(cell)}</td>`).join('')}</tr>`)
    .join('')}</table>`

const section = (number: string, { title, state, warning, facts, parts }: Printed): string =>
  `<section><p class="quiet">${safe(number)} · ${safe(state)}</p><h1>${safe(title)}</h1>${
    warning ? `<p class="stale">⚠ ${safe(warning)}</p>` : ''
  }${table(['', ''], facts)}${parts
    .map(
      (part) =>
        `<h2>${safe(part.heading)}</h2>${part.text ? `<p>${prose(part.text)}</p>` : ''}${part.table ? table(part.table.heads, part.table.rows) : ''}`,
    )
    .join('')}</section>`

/** One plan, in Chinese and then in English. */
export const planPage = (number: string, sheets: readonly Printed[], takenAt: string): string =>
  page(
    `${number} ${sheets[0]?.title ?? ''}`,
    `${sheets.map((sheet) => section(number, sheet)).join('')}<p class="quiet">${safe(takenAt)}</p>`,
  )

/** All of them in one, each on pages of its own: to be taken along. */
export const wholeSet = (
  plans: readonly { readonly number: string; readonly sheet: Printed }[],
  title: string,
  takenAt: string,
): string =>
  page(
    title,
    `<h1>${safe(title)}</h1><p class="quiet">${safe(takenAt)}</p>${plans
      .map(({ number, sheet }) => section(number, sheet))
      .join('')}`,
  )

export interface Listed {
  readonly number: string
  readonly title: string
  readonly titleEn: string
  readonly level: string
  readonly state: string
}

/** The first page: every plan of the set. */
export const indexPage = (plans: readonly Listed[], takenAt: string): string =>
  page(
    '应急预案 · Emergency plans',
    `<h1>应急预案 · Emergency plans</h1><p class="quiet">${safe(takenAt)}</p><table>${plans
      .map(
        ({ number, title, titleEn, level, state }) =>
          `<tr><td><a href="${safe(number)}.html">${safe(number)}</a></td><td>${safe(title)}<br>${safe(titleEn)}</td><td>${safe(level)}</td><td>${safe(state)}</td></tr>`,
      )
      .join('')}</table>`,
  )

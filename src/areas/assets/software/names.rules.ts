import { fold } from '../../../record/fold.ts'
import { nameRules } from './name-list.rules.ts'
import type { softwareCategories } from './software.record.ts'

/** A product as the register calls it. */
export interface Product {
  readonly name: string
  readonly publisher: string | null
  readonly category: (typeof softwareCategories)[number]
}

/** What a machine says is installed. */
export interface Reported {
  readonly name: string
  readonly version?: string | null | undefined
  readonly publisher?: string | null | undefined
}

/** Which product it is: by the rules for names that are spelt in many ways, else its name without version, language, architecture. */
export function productOf({ name, version, publisher }: Reported): Product {
  const given = fold(name)
  for (const { like, name: called, publisher: by, category } of nameRules) {
    const found = like.exec(given)
    if (!found) continue
    if (called === '$&') return { name: bare(given, version), publisher: publisherOf(publisher), category }
    return { name: found[0].replace(like, called).slice(0, 160), publisher: by ?? publisherOf(publisher), category }
  }
  return { name: bare(given, version), publisher: publisherOf(publisher), category: 'other' }
}

const noise = [
  /\s*[([](x64|x86|amd64|arm64|64-?bit|32-?bit|64位|32位|zh-cn|en-us|简体中文|english|user|machine|remove only)[^)\]]*[)\]]/gi,
  /\s+(x64|x86|amd64|64-bit|32-bit)\b/gi,
  /\s*-\s*(zh-cn|en-us|zh-hans)$/i,
  /:(amd64|i386|arm64|all)$/i,
]

/** `7-Zip 23.01 (x64)` without what changes from one machine to the next. */
function bare(given: string, version: string | null | undefined): string {
  let text = given
  for (const one of noise) text = text.replace(one, '')
  const told = fold(version ?? '')
  if (told !== '') text = text.replace(new RegExp(`[\\s_-]*[(v]?${escaped(told)}\\)?(?=$|\\s)`, 'gi'), '')
  // A version of at least two parts that stands at the end.
  text = text.replace(/[\s_-]+\(?v?(ersion )?\d+(\.\d+)+([.-]\w+)*\)?$/i, '')
  return (text.trim() || given).slice(0, 160)
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A publisher without its legal form. */
export function publisherOf(given: string | null | undefined): string | null {
  const text = fold(given ?? '')
    .replace(/\s*<[^>]*>$/, '')
    .replace(/,?\s*\b(inc|corp|corporation|co|ltd|llc|gmbh|incorporated|limited|foundation)\b\.?,?/gi, (legal) =>
      /foundation/i.test(legal) ? legal : '',
    )
    .replace(/(股份)?有限(责任)?公司$/, '')
    .replace(/[\s,.]+$/, '')
  return text === '' ? null : text.slice(0, 120)
}

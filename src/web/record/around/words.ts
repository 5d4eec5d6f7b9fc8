import type { Entry } from '../../../record/registry.ts'
import type { Words } from '../../../record/words.ts'
import type { LinkKind } from '../../client/types.ts'
import { shownOf } from '../../format/value.ts'
import { linkWords } from '../../words.ts'
import type { Way } from './tree.ts'

/** The words of what stands around a record. */
export const words = {
  around: ['周边', 'Around it'],
  whole: ['展开查看周边', 'Look around'],
  asPicture: ['图', 'Picture'],
  asList: ['列表', 'List'],
  open: ['展开一层', 'One step further'],
  shut: ['收起', 'Fold'],
  more: ['还有更多', 'and more'],
  full: ['图中已放满;收起一些再展开。', 'The picture is full; fold something first.'],
  nothing: ['周边没有您可以查看的记录。', 'Nothing around it that you may see.'],
} as const satisfies Record<string, Words>

/** How many there are that are not shown. */
export const moreWords = (hidden: number, more: boolean): Words =>
  hidden === 0 ? words.more : [`还有 ${hidden}${more ? '+' : ''} 条`, `${hidden}${more ? '+' : ''} more`]

/**
 * What a way is called from the record it leads away from: the link's own words, the field's name, or, where the others name
 * this one in a field, what they are and in which field.
 */
export function wayWords({ kind, name, direction }: Way, from: Entry, to: Entry): Words {
  if (kind === 'link') return linkWords[name as LinkKind][direction]
  const field = shownOf(direction === 'out' ? from : to, name)?.label ?? [name, name]
  if (direction === 'out') return field
  return [`${to.words.plural[0]} · ${field[0]}`, `${to.words.plural[1]} · ${field[1]}`]
}

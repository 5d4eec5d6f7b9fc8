import { type Actor, personId } from '../../../record/actor.ts'
import { type Fault, fault } from '../../../record/problem.ts'

/** How assets leave. */
export const ways = ['scrap', 'sell', 'give'] as const

/** Others may be granted the verb; yet only who proposed it asks, so that it is they who may not agree. */
export const onlyWhoProposed = (
  { createdBy }: { readonly createdBy: string | null },
  { actor }: { readonly actor: Actor },
): Fault[] => {
  const me = personId(actor)
  return me === null || me === createdBy
    ? []
    : [fault('', 'not-allowed', '由提出人提交审批。', 'Whoever proposed it asks for approval.')]
}

/** What is sold has a price; what is given or scrapped may cost nothing. */
export const wayFaults = ({ way, proceeds }: { readonly way: string; readonly proceeds: number | null }): Fault[] =>
  way === 'sell' && proceeds === null
    ? [fault('proceeds', 'required', '出售须填写处置收入。', 'What is sold has a price: say what was paid.')]
    : []

/** An asset as its leaving sees it. */
export interface Leaving {
  readonly id: string
  readonly tag: string
  readonly name: string
  readonly state: string
  /** Its category says that it holds data. */
  readonly storage: boolean
}

/** The destruction of one medium of an asset. */
export interface MediumState {
  readonly asset: string
  readonly serial: string | null
  readonly state: string
}

const disposable = ['in-use', 'in-stock', 'in-repair', 'retired']

/** What cannot be disposed of now: it never came, is not to be found, or is gone already. */
export const stateFaults = (assets: readonly Leaving[]): Fault[] =>
  assets
    .filter(({ state }) => !disposable.includes(state))
    .map(({ tag, name }) =>
      fault(
        'assets',
        'not-disposable',
        `${tag} ${name} 已处置、已遗失或尚未到货,不能处置。`,
        `${tag} ${name} is gone, lost or has not come: it cannot be disposed of.`,
      ),
    )

/**
 * Which media still stand between the assets and the door: each that is not witnessed, and each asset that holds data and of which no
 * medium is.
 */
export const missingMedia = (assets: readonly Leaving[], media: readonly MediumState[]): Fault[] =>
  assets.flatMap(({ id, tag, name, storage }) => {
    const own = media.filter((one) => one.asset === id && one.state !== 'void')
    const open = own.filter(({ state }) => state !== 'witnessed')
    if (open.length > 0) return open.map((one) => openMedium(tag, name, one))
    if (!storage || own.length > 0) return []
    return [
      fault(
        '',
        'data-not-destroyed',
        `${tag} ${name}:含存储介质,没有数据销毁记录。`,
        `${tag} ${name} holds data, and no destruction of it is recorded.`,
      ),
    ]
  })

function openMedium(tag: string, name: string, { serial, state }: MediumState): Fault {
  const [zh, en] =
    state === 'done'
      ? ['已销毁,待见证签字', 'is done and awaits its witness']
      : ['数据尚未销毁', 'has not been destroyed']
  return fault(
    '',
    'data-not-destroyed',
    `${tag} ${name}:介质 ${serial ?? '(序列号未登记)'} ${zh}。`,
    `${tag} ${name}: medium ${serial ?? '(no serial yet)'} ${en}.`,
  )
}

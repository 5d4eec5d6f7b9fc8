import type { Words } from '../../../../record/words.ts'
import { titles } from '../titles.words.ts'

export const placeWords = {
  title: titles.places,
  choose: ['选择一个位置,查看其中的资产。', 'Choose a place to see what stands there.'],
  none: [
    '还没有位置。从场所、机房到机柜逐级登记。',
    'No places yet. Begin with the sites, then their rooms and racks.',
  ],
  addFirst: ['登记位置', 'Add a place'],
  addInside: ['在此新增位置', 'Add a place inside'],
  open: ['查看记录', 'Its record'],
  racks: ['机柜', 'Racks'],
  inside: ['其中的位置', 'Places inside'],
  here: ['在此的资产', 'What stands here'],
  nothing: ['这里没有资产。', 'Nothing stands here.'],
  notInUnits: ['未占 U 位', 'Without a unit'],
  intoRack: ['上架', 'Into a rack'],
  cancel: ['取消移动', 'Cancel'],
  pick: ['选中后再选空位即可移动;也可拖动。', 'Pick one, then a free place; dragging works too.'],
  front: ['前视', 'Front'],
  labels: ['打印标签', 'Labels'],
} as const satisfies Record<string, Words>

export const countWords = (count: number): Words => [`${count} 件`, count === 1 ? '1 asset' : `${count} assets`]

export const freeWords = (free: number, height: number): Words => [
  `空 ${free} / ${height}U`,
  `${free} of ${height}U free`,
]

export const powerWords = (watts: number): Words => [
  `额定 ${(watts / 1_000).toFixed(1)} kW`,
  `${(watts / 1_000).toFixed(1)} kW rated`,
]

export const movingWords = (name: string): Words => [
  `正在移动「${name}」:选一个空位。`,
  `Moving ${name}: choose a free place.`,
]

export const putWords = (at: string): Words => [`放到 ${at}`, `Put at ${at}`]

export const movedWords = (name: string, at: string): Words => [
  `「${name}」已移到 ${at}。`,
  `${name} now stands at ${at}.`,
]

export const moreWords = (count: number): Words => [`另有 ${count} 件,见列表。`, `${count} more; see the list.`]

import type { Words } from '../../record/words.ts'

export const words = {
  goTo: ['前往', 'Go to'],
  keys: ['键盘快捷键', 'Keyboard shortcuts'],
} as const satisfies Record<string, Words>

interface KeyGroup {
  readonly title: Words
  readonly keys: readonly (readonly [pressed: readonly string[], does: Words])[]
}

/** Every key of the app, as the help sheet tells them. */
export const keyGroups: readonly KeyGroup[] = [
  {
    title: ['各处', 'Everywhere'],
    keys: [
      [['/'], ['查找任何记录', 'Find any record']],
      [
        ['g', '…'],
        ['前往某个模块,再按一个字母到其中的列表', 'Go to an area; one more letter to a list of it'],
      ],
      [['?'], ['显示本页', 'Show this sheet']],
    ],
  },
  {
    title: ['列表', 'Lists'],
    keys: [
      [
        ['j', 'k'],
        ['下一条、上一条', 'Next and previous row'],
      ],
      [['Enter'], ['打开', 'Open it']],
      [['x'], ['选择或取消', 'Select it or not']],
      [
        ['Shift', 'x'],
        ['选择到上一次所选为止', 'Select from the last one to here'],
      ],
      [['f'], ['在列表中搜索', 'Search the list']],
      [['Esc'], ['取消选择', 'Clear the selection']],
    ],
  },
]

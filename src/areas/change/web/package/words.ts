import type { Words } from '../../../../record/words.ts'

export const packageScreenWords = {
  files: ['文件核对', 'Its files'],
  here: ['相符', 'As sent'],
  missing: ['未上传', 'Not attached'],
  differs: ['校验值不符', 'Differs'],
  noFiles: [
    '没有写明文件。编辑本升级包,填写文件名与厂商给的校验值。',
    'It names no files. Edit it: each file with the digest that its vendor says.',
  ],
  onto: ['可用于', 'Onto'],
  fits: ['适用', 'Fits'],
  fitsNot: ['不适用', 'Does not fit'],
  noComponent: ['没有登记这个产品的组件。', 'No component of this product is known.'],
  unknown: ['版本未知', 'Version unknown'],
  plan: ['安排变更', 'Plan a change'],
  concerns: ['涉及我们的组件', 'It concerns'],
  concernsNothing: ['按产品和版本,没有涉及我们的组件。', 'By product and versions, nothing of ours is concerned.'],
  noProduct: [
    '写明产品和涉及版本后,自动找出我们的组件。',
    'Name the product and its versions to see which components of ours it concerns.',
  ],
  register: ['登记升级包', 'Register a package'],
} as const satisfies Record<string, Words>

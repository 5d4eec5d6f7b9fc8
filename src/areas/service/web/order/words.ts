import type { Words } from '../../../../record/words.ts'
import { titles } from '../titles.words.ts'

export const orderWords = {
  catalogue: titles.catalogue,
  find: ['按名称或用途查找', 'Find by name or purpose'],
  nothing: ['没有相符的服务项目。', 'No offering fits.'],
  none: ['目前没有向您开放的服务项目。', 'Nothing is offered to you at present.'],
  order: ['提交申请', 'Submit'],
  back: ['返回目录', 'Back to the catalogue'],
  forWhom: ['为谁申请', 'For whom'],
  forMe: ['本人(代他人申请时选择)', 'Yourself (choose somebody to order for them)'],
  noQuestions: ['这项服务不需要填写内容,直接提交即可。', 'Nothing needs to be filled in: just submit.'],
  cost: ['费用', 'Cost'],
  within: ['承诺办理时间', 'Promised within'],
  withinHours: ['按服务时间计,自获批起', 'of service hours, once agreed to'],
  asks: ['须经同意', 'Needs the agreement of'],
  asksNobody: ['无须审批,提交后即办理。', 'Needs no approval: work begins at once.'],
  closed: ['这项服务已不受理。', 'This can no longer be ordered.'],
  again: ['查看现行版本', 'See the present edition'],
  asked: ['已提交,等待审批。', 'Submitted; it waits for approval.'],
  begun: ['已提交,开始办理。', 'Submitted; work begins.'],
  filesFailed: [
    '申请已提交,但附件没有传上去。请在申请页面重新添加。',
    'The request was submitted, but its files did not arrive. Add them on its page.',
  ],
  addFiles: ['选择文件', 'Choose files'],
  agree: ['是', 'Yes'],
  yuan: ['元', 'CNY'],
  comma: ['、', ', '],
  notAnswered: ['未填', 'Not filled in'],
} as const satisfies Record<string, Words>

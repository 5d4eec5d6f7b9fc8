import type { Words } from '../../../../record/words.ts'

export const articleScreenWords = {
  helped: ['对您有帮助吗?', 'Did this help?'],
  solved: ['解决了我的问题', 'It solved my question'],
  helpful: ['有帮助', 'It helped'],
  notHelpful: ['没有帮助', 'It did not help'],
  thanks: ['已记下,谢谢。', 'Noted, thank you.'],
  missing: ['缺了什么?(可不填)', 'What is missing? (optional)'],
  send: ['提交', 'Send'],
  solvedCount: ['人因此解决了问题', 'solved their question'],
  helpfulCount: ['人觉得有帮助', 'found it helpful'],
  notHelpfulCount: ['人觉得没有帮助', 'did not'],
  revise: ['修订正文', 'Revise the text'],
  reviseHint: [
    '读者看到的仍是现有正文,直到另一人采纳修订。',
    'Readers go on seeing the text as it stands until somebody else adopts the revision.',
  ],
  text: ['正文(Markdown;图片写作 ![说明](文件名))', 'Text (Markdown; a picture is ![what it shows](file name))'],
  preview: ['预览', 'Preview'],
  now: ['现行正文', 'As it stands'],
  revision: ['待采纳的修订', 'Revision to adopt'],
  takeBack: ['撤销修订', 'Take the revision back'],
  returned: ['退回原因', 'Why it was returned'],
} as const satisfies Record<string, Words>

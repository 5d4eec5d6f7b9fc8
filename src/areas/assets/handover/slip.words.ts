import type { Words } from '../../../record/words.ts'

/** Words of the slip, on paper and on the screen alike. */
export const slipWords = {
  issue: ['资产领用单', 'Issue slip'],
  return: ['资产归还单', 'Return slip'],
  receiver: ['领用人', 'Receiver'],
  giver: ['归还人', 'Given back by'],
  keeper: ['经办人', 'Made out by'],
  madeOn: ['开单时间', 'Made out at'],
  department: ['使用部门', 'Department'],
  location: ['去向', 'Goes to'],
  reason: ['事由', 'Reason'],
  items: ['资产清单', 'Items'],
  line: ['序号', 'No.'],
  tag: ['资产编号', 'Tag'],
  name: ['名称', 'Name'],
  serial: ['序列号', 'Serial number'],
  condition: ['状况与附件', 'Condition'],
  signed: ['签收', 'Signed'],
  awaited: ['待签收', 'To be signed'],
  remarks: ['签收意见', 'Remarks'],
  digest: ['所签内容的摘要(SHA-256)', 'Digest of what was signed (SHA-256)'],
  pieces: ['件', 'pieces'],
  yours: [
    '请核对下列资产,无误后签收;签收后由您保管。',
    'Check these, then sign for them: from then on they are in your care.',
  ],
  comesBack: ['核对归还的资产,无误后签收入库。', 'Check what comes back, then sign for it: it goes into stock.'],
  photosHint: ['照片可放入“附件”,随单保存。', 'Photos go among its files, and stay with the slip.'],
} as const satisfies Record<string, Words>

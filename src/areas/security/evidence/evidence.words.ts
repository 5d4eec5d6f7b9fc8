import { wordsFor } from '../../../record/record.ts'
import { evidence } from './evidence.record.ts'

export const evidenceWords = wordsFor(evidence, {
  name: ['证据', 'Evidence'],
  plural: ['证据', 'Evidence'],
  empty: [
    '没有您可以查阅的证据。在安全事件页面登记取得的证据,上传文件后封存。',
    'None that you may read. Note what was taken on the page of a security incident, add its files and seal it.',
  ],
  fields: {
    title: ['名称', 'What it is'],
    securityIncident: ['安全事件', 'Security incident'],
    description: ['说明', 'Description'],
    source: ['来源', 'Where it is from'],
    takenBy: ['取证人', 'Taken by'],
    takenAt: ['取证时间', 'Taken at'],
    place: ['存放地点', 'Kept at'],
    holder: ['保管人', 'Holder'],
    readers: ['知情人', 'Who needs to know'],
    files: ['封存的文件', 'Sealed files'],
    digest: ['封存摘要', 'Digest'],
    sealedAt: ['封存时间', 'Sealed at'],
    sealedBy: ['封存人', 'Sealed by'],
    ending: ['去向', 'What became of it'],
    endedBy: ['经办人', 'Ended by'],
    witness: ['见证人', 'Witness'],
    witnessedAt: ['见证时间', 'Witnessed at'],
  },
  states: {
    open: ['待封存', 'To be sealed'],
    sealed: ['已封存', 'Sealed'],
    returning: ['归还待见证', 'Return to be witnessed'],
    destroying: ['销毁待见证', 'Destruction to be witnessed'],
    returned: ['已归还', 'Returned'],
    destroyed: ['已销毁', 'Destroyed'],
  },
  verbs: {
    seal: ['封存', 'Seal'],
    'give-back': ['归还', 'Give back'],
    destroy: ['销毁', 'Destroy'],
    'keep-on': ['继续保管', 'Keep on'],
    'witness-return': ['见证归还', 'Witness the return'],
    'witness-destruction': ['见证销毁', 'Witness the destruction'],
  },
  choices: {},
})

import { wordsFor } from '../../../record/record.ts'
import { destruction } from './destruction.record.ts'
import { mediumWords, methodWords, techniqueWords } from './sanitise.rules.ts'

export const destructionWords = wordsFor(destruction, {
  name: ['数据销毁', 'Data destruction'],
  plural: ['数据销毁', 'Data destructions'],
  empty: [
    '还没有数据销毁记录。处置获批后,含存储介质的资产会自动列在这里。',
    'No destructions yet. Once a disposal is approved, its assets that hold data stand here by themselves.',
  ],
  fields: {
    label: ['资产与介质', 'Asset and medium'],
    disposal: ['处置单', 'Disposal'],
    asset: ['资产', 'Asset'],
    medium: ['介质类型', 'Kind of medium'],
    serial: ['介质序列号', 'Serial of the medium'],
    technique: ['销毁方式', 'Technique'],
    method: ['销毁等级', 'Method'],
    verification: ['验证结果', 'How it was verified'],
    contractor: ['承办单位', 'Contractor'],
    performedAt: ['销毁时间', 'Done at'],
    operator: ['操作人', 'Operator'],
    witness: ['见证人', 'Witness'],
    witnessedAt: ['见证时间', 'Witnessed at'],
    voidReason: ['作废原因', 'Why void'],
  },
  states: {
    due: ['待销毁', 'To be destroyed'],
    done: ['待见证', 'Awaits its witness'],
    witnessed: ['已见证', 'Witnessed'],
    void: ['作废', 'Void'],
  },
  verbs: {
    destroy: ['登记销毁', 'Record destruction'],
    'do-again': ['退回重做', 'Do again'],
    witness: ['见证签字', 'Witness and sign'],
    void: ['作废', 'Void'],
  },
  choices: { medium: mediumWords, technique: techniqueWords, method: methodWords },
})

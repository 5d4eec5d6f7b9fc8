import { wordsFor } from '../../../record/record.ts'
import { backupProof } from './backup-proof.record.ts'

export const backupProofWords = wordsFor(backupProof, {
  name: ['备份验证', 'Backup proof'],
  plural: ['备份验证', 'Backup proofs'],
  empty: [
    '还没有备份验证。变更前登记所做的备份,由另一人恢复并核对后才算数。',
    'No proofs yet. Before a change, enter the copy that was taken; it counts once somebody else has restored it and looked into it.',
  ],
  fields: {
    title: ['名称', 'Title'],
    components: ['备份的组件', 'Components'],
    takenAt: ['备份时间', 'Taken at'],
    place: ['存放位置', 'Where it is'],
    bytes: ['大小(字节)', 'Bytes'],
    sha256: ['SHA-256 校验值', 'SHA-256'],
    proof: ['恢复与核对结果', 'Restored where, counted what'],
    provenBy: ['验证人', 'Proven by'],
    provenAt: ['验证时间', 'Proven at'],
    voidReason: ['作废理由', 'Why void'],
  },
  states: { taken: ['待验证', 'To be proven'], proven: ['已验证', 'Proven'], void: ['作废', 'Void'] },
  verbs: { prove: ['恢复验证', 'Prove'], void: ['作废', 'Make void'] },
  choices: {},
})

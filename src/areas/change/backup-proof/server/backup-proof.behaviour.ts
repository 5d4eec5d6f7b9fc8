import { behave } from '../../../../platform/behaviour.ts'
import { backupProof, proofFaults } from '../backup-proof.record.ts'

export const backupProofBehaviour = behave(backupProof, {
  guards: { create: async (tx, row) => proofFaults(row, tx.now), update: async (tx, row) => proofFaults(row, tx.now) },
})

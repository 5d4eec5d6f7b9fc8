import { ownControl } from '../../areas/rulebook/own-control/own-control.record.ts'
import { ownControls } from './own-controls.data.ts'
import type { Stage } from './stage.ts'

/** Two checks of the firm's own, without code: drawn up by the engineer, approved by the manager. One is kept, the other is not. */
export async function makeOwnControls(stage: Stage): Promise<void> {
  for (const values of ownControls) {
    const { id } = await stage.as('engineer', async (tx) => {
      const made = await tx.create(ownControl, values)
      return tx.act(ownControl, made.id, 'submit')
    })
    await stage.as('manager', (tx) => tx.act(ownControl, id, 'approve'))
  }
}

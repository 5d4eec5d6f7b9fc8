import { beside } from '../../../../platform/area.ts'
import type { RowOf } from '../../../../record/record.ts'
import { previewOf, previewShape } from '../../control/server/preview.ts'
import { compiled } from '../compile.rules.ts'
import { ownControl } from '../own-control.record.ts'

/** What an edition would find today, before anybody approves it: how many would keep it, and who would not. */
export const ownControlPreview = beside({
  name: 'preview',
  of: (record) => record.name === ownControl.name,
  summary: 'What this edition would find if it were judged by now, held against how each subject stands',
  output: previewShape,
  run: (at, _record, row) =>
    previewOf(at, compiled(row as unknown as RowOf<typeof ownControl>, at.engine.registry), {}),
})

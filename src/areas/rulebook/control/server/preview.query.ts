import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { offenderReaders } from '../../readers.rules.ts'
import { previewOf, previewShape } from './preview.ts'
import { mustBe, statesNow } from './shown.ts'

export const controlPreview = query({
  path: '/api/controls/:id/preview',
  allow: offenderReaders,
  summary: 'What other measures would change: the subjects that would stand otherwise than now',
  input: z.strictObject({ id: z.string().min(1).max(12), values: z.string().max(500) }),
  output: previewShape,
  async run(at, { id, values }) {
    const control = mustBe(at, id)
    const given = new Map(values.split(',').map((one) => one.split(':') as [string, string]))
    const states = await statesNow(at, id)
    const p = Object.fromEntries(
      Object.entries(control.params).map(([name, { default: usual, min, max }]) => {
        const wanted = Number(given.get(name) ?? states.get(id)?.params[name] ?? usual)
        return [name, Math.min(max, Math.max(min, Number.isFinite(wanted) ? wanted : usual))]
      }),
    )
    return previewOf(at, control, p)
  },
})

import { offering } from '../../areas/service/offering/offering.record.ts'
import { formSchema } from '../../areas/service/offering/question.rules.ts'
import { plannedTasksSchema } from '../../areas/service/offering/task.rules.ts'
import { offerings } from './catalogue.data.ts'
import type { Services } from './services.ts'
import type { Stage } from './stage.ts'

const minute = 60_000

/** Ids by code. */
export type Offerings = ReadonlyMap<string, string>

/** What can be ordered of the firm's services: drawn up by the engineer, published by the manager. */
export async function publishOfferings(stage: Stage, services: Services): Promise<Offerings> {
  const { clock } = stage
  const ids = new Map<string, string>()
  for (const { service, form, tasks, approval, ...values } of offerings) {
    clock.set(Date.parse(clock.now()) + minute)
    const drawn = await stage.as('engineer', async (tx) => {
      const { id } = await tx.create(offering, {
        ...values,
        service: services.get(service) as string,
        form: formSchema.parse(form),
        tasks: plannedTasksSchema.parse(tasks),
        approval: [...approval],
      })
      return tx.act(offering, id, 'submit')
    })
    clock.set(Date.parse(clock.now()) + minute)
    await stage.as('manager', (tx) => tx.act(offering, drawn.id, 'publish'))
    ids.set(values.code, drawn.id)
  }
  return ids
}

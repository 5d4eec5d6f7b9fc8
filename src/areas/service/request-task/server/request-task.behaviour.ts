import { behave } from '../../../../platform/behaviour.ts'
import { request } from '../../request/request.record.ts'
import { requestTask } from '../request-task.record.ts'
import { goOn } from './plan.ts'

export const requestTaskBehaviour = behave(requestTask, {
  effects: {
    /** Whoever takes the first task has begun the request. */
    async take(tx, task) {
      const system = tx.as('fulfilment')
      const { state } = await system.lock(request, task.request)
      if (state === 'approved') await system.act(request, task.request, 'start')
    },
    done: (tx, task) => goOn(tx, task.request),
    skip: (tx, task) => goOn(tx, task.request),
  },
})

import type { Words } from '../../record/words.ts'

/** The words of long work. */
export const words = {
  states: {
    queued: ['等待开始', 'Waiting to begin'],
    running: ['正在办理', 'Under way'],
    done: ['已完成', 'Done'],
    stopped: ['已停止', 'Stopped'],
    failed: ['未能完成', 'Did not finish'],
  },
  stop: ['停止', 'Stop'],
  stopping: ['正在停止', 'Stopping'],
  broke: [
    '程序出错,办理中断;已办理的不会撤回。请告诉管理员。',
    'A fault of the program broke it off; what was done stays done. Tell your administrator.',
  ],
} as const satisfies { states: Record<string, Words>; stop: Words; stopping: Words; broke: Words }

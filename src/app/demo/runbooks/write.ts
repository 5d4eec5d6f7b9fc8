import { runbook } from '../../../areas/operations/runbook/runbook.record.ts'
import { type StepInput, stepsSchema } from '../../../areas/operations/runbook/step.rules.ts'
import type { ValuesOf } from '../../../record/record.ts'
import { type Places, probeNumber } from '../components.ts'
import { perform, type Stage } from '../stage.ts'
import { closingDue, openingDue, openingSteps } from './opening.data.ts'
import {
  backupDue,
  backupSteps,
  gatewayParameters,
  gatewaySettingsSteps,
  restartParameters,
  restartSteps,
} from './others.data.ts'
import { byHand } from './paper.rules.ts'

export type Content = Omit<ValuesOf<typeof runbook>, 'steps'> & { readonly code: string; readonly steps?: StepInput[] }

/** Ids of the runbooks' newest editions by code. */
export type Runbooks = ReadonlyMap<string, string>

/** First editions, by hand: what the firm worked with until yesterday. */
export async function writeFirstEditions(stage: Stage, places: Places): Promise<Runbooks> {
  const probe = (code: string) => probeNumber(places, code)
  return approved(stage, [
    {
      code: 'opening',
      kind: 'opening',
      title: '开市启动',
      titleEn: 'Opening',
      schedule: 'each-trading-day',
      dueAnchor: openingDue,
      purpose: '日盘开市前,按依赖顺序启动各系统并确认可以交易。双岗执行,逐步签字。',
      steps: byHand(openingSteps(probe), ['machine-room']),
    },
    {
      code: 'closing',
      kind: 'closing',
      title: '闭市停机',
      titleEn: 'Closing',
      mirrors: 'opening',
      schedule: 'each-trading-day',
      dueAnchor: closingDue,
      purpose: '日盘结束后,按开市的相反顺序停止各系统。步骤由「开市启动」反向得出。',
    },
    {
      code: 'daily-backup',
      kind: 'backup',
      title: '结算数据每日备份',
      titleEn: 'Daily backup',
      schedule: 'each-trading-day',
      startBy: 'clock',
      dueAnchor: backupDue,
      purpose: '每个交易日闭市后备份结算数据,回读核对,异地存放。',
      steps: byHand(backupSteps(probe), []),
    },
  ])
}

/** Second editions, by command, and the restart that only commands make possible, with what ends in it: in force from today. */
export async function moveToCommands(stage: Stage, places: Places, first: Runbooks): Promise<Runbooks> {
  const probe = (code: string) => probeNumber(places, code)
  const revised = [
    ['opening', openingSteps(probe)],
    ['daily-backup', backupSteps(probe)],
  ] as const
  const drafts = await stage.as('engineer', async (tx) => {
    const made: [string, string][] = []
    for (const [code, steps] of revised) {
      const effective = first.get(code) as string
      const draft = (await perform(tx, stage.engine, runbook, effective, 'new-edition')) as { id: string }
      await tx.update(runbook, draft.id, { steps: stepsSchema.parse(steps) })
      await tx.act(runbook, draft.id, 'submit')
      made.push([code, draft.id])
    }
    return made
  })
  await approve(stage, drafts)
  const restart = await approved(stage, [
    {
      code: 'restart-gateway',
      kind: 'restart',
      title: '重启报单网关',
      titleEn: 'Restart of the order gateway',
      purpose: '报单网关失去响应或异常退出时,由双岗按此流程重启并确认恢复。',
      parameters: restartParameters,
      steps: restartSteps(probe),
    },
    {
      code: 'gateway-settings',
      kind: 'upgrade',
      title: '调整报单网关参数',
      titleEn: 'Change of the order gateway’s settings',
      purpose: '调整报单网关的流控、超时等参数:先存原参数,双岗修改,再按「重启报单网关」使之生效。',
      parameters: gatewayParameters,
      steps: gatewaySettingsSteps,
    },
  ])
  return new Map([...first, ...drafts, ...restart])
}

/** Written by the engineer, approved and signed by the manager. */
export async function approved(stage: Stage, contents: readonly Content[]): Promise<Runbooks> {
  const drafts = await stage.as('engineer', async (tx) => {
    const made: [string, string][] = []
    for (const { steps = [], ...content } of contents) {
      const { id } = await tx.create(runbook, { ...content, steps: stepsSchema.parse(steps) })
      made.push([content.code, id])
    }
    return made
  })
  for (const [code, id] of drafts) {
    // One after the other: a mirror can be submitted only once what it mirrors is in force.
    await stage.as('engineer', (tx) => tx.act(runbook, id, 'submit'))
    await approve(stage, [[code, id]])
  }
  return new Map(drafts)
}

const approve = (stage: Stage, drafts: readonly (readonly [string, string])[]) =>
  stage.as('manager', async (tx) => {
    for (const [, id] of drafts) await tx.act(runbook, id, 'approve')
  })

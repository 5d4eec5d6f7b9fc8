import type { Parameter } from '../../../areas/operations/runbook/parameter.rules.ts'
import type { Mark, StepInput } from '../../../areas/operations/runbook/step.rules.ts'
import { checked, single } from './step.data.ts'

const afterClose = (minutes: number): Mark => ({ session: 'day-pm', edge: 'end', offsetMinutes: minutes })

export const backupDue = afterClose(60)

/** The daily backup of what settlement keeps: taken by command, read back, and looked at by a second person. */
export const backupSteps = (probe: (component: string) => string): StepInput[] => [
  {
    key: 'room',
    title: ['备份空间充足', 'There is room for the copy'],
    instructions: '由探测给出结论。',
    instructionsEn: 'The probe decides.',
    expected: '剩余空间高于阈值。',
    expectedEn: 'More room than the threshold.',
    mode: 'probe',
    components: ['host-app'],
    probe: probe('host-app'),
    ...single,
    deadline: afterClose(80),
  },
  {
    key: 'copy',
    title: ['备份结算数据', 'Back up settlement’s data'],
    instructions: '执行备份命令:复制结算数据,记下每个文件的大小与校验和,并回读核对。',
    instructionsEn: 'Run the backup: it copies settlement’s data with sizes and checksums and reads the copy back.',
    expected: '命令返回“verified”。',
    expectedEn: 'The command says “verified”.',
    mode: 'command',
    components: ['settlement'],
    action: 'backup',
    needs: ['room'],
    ...checked,
    deadline: afterClose(90),
  },
  {
    key: 'fresh',
    title: ['最新备份已生成', 'The newest copy is there'],
    instructions: '由备份存储的探测给出结论。',
    instructionsEn: 'The backup store’s probe decides.',
    expected: '最新一份备份是今天的。',
    expectedEn: 'The newest copy is of today.',
    mode: 'probe',
    components: ['backup-store'],
    probe: probe('backup-store'),
    needs: ['copy'],
    ...single,
    deadline: afterClose(100),
  },
  {
    key: 'offsite',
    title: ['异地存放并登记', 'Take a copy off site and register it'],
    instructions: '将备份复制到异地介质,登记介质编号、文件数与总大小。',
    instructionsEn: 'Copy it to the off-site medium; register the medium, the number of files and their size.',
    expected: '介质编号已登记,大小与清单一致。',
    expectedEn: 'Registered; the size is that of the list.',
    mode: 'hand',
    components: ['backup-store'],
    evidence: 'note',
    needs: ['fresh'],
    ...checked,
    deadline: afterClose(120),
  },
]

/** Why the gateway is restarted; nobody need say. */
export const restartParameters: Parameter[] = [
  { kind: 'text', key: 'reason', name: ['重启原因', 'Why it is restarted'], required: false },
]

/** Bringing the gateway back during the day, when it hangs or was killed. */
export const restartSteps = (probe: (component: string) => string): StepInput[] => [
  {
    key: 'tell',
    title: ['通知交易业务部暂停报单', 'Tell trading to hold its orders'],
    instructions: '电话通知交易业务部,记下接听人与时间。重启原因:{{reason}}。',
    instructionsEn: 'By telephone; note who answered and when. Why it is restarted: {{reason}}.',
    expected: '交易业务部已暂停报单。',
    expectedEn: 'Trading holds its orders.',
    mode: 'hand',
    evidence: 'note',
    ...single,
  },
  {
    key: 'restart',
    title: ['重启报单网关', 'Restart the order gateway'],
    instructions: '执行重启命令。交易前置未就绪时网关会拒绝启动,先处理前置。',
    instructionsEn: 'Run the restart. It is refused while the trading front is not ready: see to that first.',
    expected: '网关重新启动。',
    expectedEn: 'The gateway runs again.',
    mode: 'command',
    components: ['order-gateway'],
    action: 'restart',
    needs: ['tell'],
    ...checked,
  },
  {
    key: 'ready',
    title: ['报单网关就绪', 'The order gateway is ready'],
    instructions: '由健康检查给出结论。',
    instructionsEn: 'The health check decides.',
    expected: '健康检查返回就绪。',
    expectedEn: 'The health check says ready.',
    mode: 'probe',
    components: ['order-gateway'],
    probe: probe('order-gateway'),
    needs: ['restart'],
    ...single,
  },
  {
    key: 'risk',
    title: ['风控已恢复', 'Risk control is back'],
    instructions: '风控依赖网关,由健康检查确认它已自行恢复。',
    instructionsEn: 'It stands on the gateway; its health check says that it has come back by itself.',
    expected: '健康检查返回就绪。',
    expectedEn: 'The health check says ready.',
    mode: 'probe',
    components: ['risk-control'],
    probe: probe('risk-control'),
    needs: ['ready'],
    ...single,
  },
  {
    key: 'trial',
    title: ['试报单并恢复交易', 'Try an order and let trading go on'],
    instructions: '用测试账户报单并撤单,通知交易业务部恢复。',
    instructionsEn: 'Place and cancel one order with the test account, then tell trading.',
    expected: '委托有编号、可撤。',
    expectedEn: 'The order is numbered and cancelled.',
    mode: 'hand',
    components: ['order-gateway'],
    evidence: 'note',
    needs: ['risk'],
    ...checked,
  },
]

/** What of the gateway is set anew, by which change. */
export const gatewayParameters: Parameter[] = [
  { kind: 'text', key: 'change', name: ['变更编号', 'Change'], required: true, pattern: 'CHG-\\d{6}-\\d{4}' },
  {
    ...{ kind: 'choice', key: 'setting', name: ['参数项', 'Setting'], required: true },
    choices: ['流控上限(笔/秒)', '报单超时(毫秒)', '心跳间隔(秒)'],
  },
  { kind: 'number', key: 'value', name: ['新值', 'New value'], required: true, least: 1, most: 60_000 },
  { kind: 'date', key: 'until', name: ['有效至', 'In force until'], required: false },
]

/** New settings for the gateway, which come into force by the restart that has a runbook of its own. */
export const gatewaySettingsSteps: StepInput[] = [
  {
    key: 'keep',
    title: ['保存现行参数', 'Keep the settings as they are'],
    instructions: '导出现行参数并存档,写明存放位置。',
    instructionsEn: 'Export them to the archive; note where.',
    expected: '存档可以读回。',
    expectedEn: 'The copy can be read.',
    mode: 'hand',
    components: ['order-gateway'],
    evidence: 'note',
    ...single,
  },
  {
    key: 'change',
    title: ['修改参数', 'Change the settings'],
    instructions: '按变更 {{change}} 将「{{setting}}」改为 {{value}},改后念读核对。有效至:{{until}}。',
    instructionsEn:
      'By change {{change}}: set “{{setting}}” to {{value}}, read aloud and compared. In force until: {{until}}.',
    expected: '「{{setting}}」为 {{value}},与批准的内容一致。',
    expectedEn: '“{{setting}}” is {{value}}, as approved.',
    mode: 'hand',
    components: ['order-gateway'],
    evidence: 'note',
    needs: ['keep'],
    ...checked,
  },
  {
    key: 'restart',
    title: ['重启报单网关', 'Restart the order gateway'],
    instructions: '按「重启报单网关」执行。',
    instructionsEn: 'By the runbook of the restart.',
    expected: '新参数生效。',
    expectedEn: 'The new settings are in force.',
    mode: 'runbook',
    runbook: 'restart-gateway',
    parameters: { reason: '参数调整,变更 {{change}}' },
    needs: ['change'],
    ...checked,
  },
]

import { service } from '../../areas/service/service/service.record.ts'
import { calendarIds } from './clocks.ts'
import { type Places, placeOf } from './components.ts'
import type { Stage } from './stage.ts'

/** What IT does for the firm, and on which components it stands. */
const services = [
  {
    code: 'trading',
    name: '交易系统',
    description: '报单、成交回报、风控与撤单。',
    owner: 'manager',
    hours: 'trading',
    components: ['trading-front', 'order-gateway', 'risk-control'],
    affectsTrading: true,
  },
  {
    code: 'quotes',
    name: '行情服务',
    description: '黄金、白银延期合约的实时行情与历史行情。',
    owner: 'engineer',
    hours: 'trading',
    components: ['quote-feed'],
    affectsTrading: true,
  },
  {
    code: 'terminals',
    name: '办公终端',
    description: '台式机、笔记本、打印机和常用软件。',
    owner: 'engineer',
    hours: 'office',
    components: [],
    affectsTrading: false,
  },
  {
    code: 'mail',
    name: '邮件',
    description: '公司邮箱、通讯录与群发。',
    owner: 'engineer',
    hours: 'office',
    components: [],
    affectsTrading: false,
  },
  {
    code: 'accounts',
    name: '账号与权限',
    description: '各系统账号的开通、变更、停用与密码重置。',
    owner: 'manager',
    hours: 'office',
    components: [],
    affectsTrading: false,
  },
  {
    code: 'network',
    name: '机房与网络',
    description: '机房、核心交换机、交易专线与办公网络。',
    owner: 'engineer',
    hours: 'always',
    components: ['core-switch', 'line-main', 'line-backup'],
    affectsTrading: true,
  },
] as const

export type ServiceCode = (typeof services)[number]['code']
export type Services = ReadonlyMap<ServiceCode, string>

/** Offers the firm's services; answers their ids by code. */
export async function offerServices(stage: Stage, places: Places, team: string): Promise<Services> {
  const hours = await calendarIds(stage.engine.db)
  return stage.as('manager', async (tx) => {
    const ids = new Map<ServiceCode, string>()
    for (const { owner, components, ...one } of services) {
      const made = await tx.create(service, {
        ...one,
        team,
        owner: stage.people[owner],
        hours: hours[one.hours],
        components: components.map((code) => placeOf(places, code).component),
      })
      await tx.act(service, made.id, 'offer')
      ids.set(one.code, made.id)
    }
    return ids
  })
}

import { wordsFor } from '../../../record/record.ts'
import { component } from './component.record.ts'

export const componentWords = wordsFor(component, {
  name: ['运行组件', 'Component'],
  plural: ['运行组件', 'Components'],
  empty: [
    '主机、网络、进程、数据库和接口都登记在这里。先登记核心网络和主机,再登记依赖它们的系统。',
    'Hosts, networks, processes, databases and gateways belong here. Begin with the network and the hosts, then what stands on them.',
  ],
  fields: {
    code: ['代码', 'Code'],
    name: ['名称', 'Name'],
    kind: ['类别', 'Kind'],
    environment: ['环境', 'Environment'],
    criticality: ['重要程度', 'Criticality'],
    dependsOn: ['依赖', 'Depends on'],
    product: ['产品', 'Product'],
    installedVersion: ['安装版本', 'Installed version'],
    host: ['所在主机', 'Host'],
    ownerTeam: ['负责小组', 'Owner team'],
    vendorContact: ['厂商联系人', 'Vendor contact'],
    runbook: ['处置流程', 'Runbook'],
    note: ['说明', 'Note'],
    actions: ['可执行动作', 'Actions'],
    health: ['健康状况', 'Health'],
    healthSince: ['状况始于', 'Health since'],
    wanted: ['应处状态', 'Wanted'],
    wantedSince: ['下令时间', 'Ordered at'],
  },
  states: {
    planned: ['待投产', 'Planned'],
    'in-service': ['运行中', 'In service'],
    retired: ['已下线', 'Retired'],
  },
  verbs: {
    commission: ['投产', 'Put into service'],
    retire: ['下线', 'Retire'],
  },
  choices: {
    kind: {
      host: ['主机', 'Host'],
      network: ['网络设备', 'Network device'],
      line: ['线路', 'Line'],
      service: ['服务', 'Service'],
      process: ['进程', 'Process'],
      database: ['数据库', 'Database'],
      gateway: ['网关', 'Gateway'],
    },
    environment: {
      production: ['生产', 'Production'],
      standby: ['备用', 'Standby'],
      practice: ['演练', 'Practice'],
      test: ['测试', 'Test'],
    },
    criticality: {
      trading: ['影响交易', 'Affects trading'],
      important: ['重要', 'Important'],
      ordinary: ['一般', 'Ordinary'],
    },
    wanted: { running: ['运行', 'Running'], stopped: ['停机', 'Stopped'] },
    health: {
      unknown: ['未知', 'Unknown'],
      stopped: ['停机', 'Stopped'],
      up: ['正常', 'Up'],
      slow: ['缓慢', 'Slow'],
      down: ['中断', 'Down'],
    },
  },
})

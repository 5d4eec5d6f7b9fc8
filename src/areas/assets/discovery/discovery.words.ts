import { wordsFor } from '../../../record/record.ts'
import { discovery } from './discovery.record.ts'

export const discoveryWords = wordsFor(discovery, {
  name: ['发现记录', 'Discovered machine'],
  plural: ['发现记录', 'Discovered machines'],
  empty: [
    '还没有发现记录。在机器上运行采集脚本,或让系统用 SNMP 询问网络设备。',
    'Nothing discovered yet. Run the agent on a machine, or have network devices asked by SNMP.',
  ],
  fields: {
    name: ['名称', 'Name'],
    source: ['来源', 'Source'],
    kind: ['机器种类', 'Kind of machine'],
    asset: ['对应资产', 'Asset'],
    hostname: ['主机名', 'Host name'],
    serial: ['序列号', 'Serial number'],
    uuid: ['系统 UUID', 'System UUID'],
    macs: ['网卡地址', 'MAC addresses'],
    addresses: ['网络地址', 'Network addresses'],
    maker: ['制造商', 'Maker'],
    model: ['型号', 'Model'],
    facts: ['硬件与系统', 'Hardware and system'],
    seenOn: ['最后出现', 'Last heard of'],
    reason: ['原因', 'Reason'],
  },
  states: {
    unknown: ['未登记', 'Not registered'],
    matched: ['已对应', 'Matched'],
    ignored: ['忽略', 'Ignored'],
    vanished: ['不再出现', 'Vanished'],
  },
  verbs: {
    match: ['对应到资产', 'Match to an asset'],
    unmatch: ['解除对应', 'Undo the match'],
    ignore: ['忽略', 'Ignore'],
    reappear: ['再次出现', 'Reappear'],
    vanish: ['不再出现', 'Vanish'],
  },
  choices: {
    source: { agent: ['采集脚本', 'Agent'], snmp: ['SNMP', 'SNMP'] },
    kind: {
      server: ['服务器', 'Server'],
      virtual: ['虚拟机', 'Virtual machine'],
      desktop: ['台式机', 'Desktop'],
      laptop: ['笔记本', 'Laptop'],
      network: ['网络设备', 'Network device'],
      other: ['其他', 'Other'],
    },
  },
})

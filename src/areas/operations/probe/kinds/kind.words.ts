import type { Words } from '../../../../record/words.ts'

/** Every kind of probe, as it is called. */
export const kindWords = {
  ping: ['Ping', 'Ping'],
  tcp: ['端口', 'TCP port'],
  tls: ['证书', 'TLS certificate'],
  dns: ['域名解析', 'DNS'],
  http: ['HTTP 请求', 'HTTP request'],
  snmp: ['网络接口(SNMP)', 'Interface (SNMP)'],
  prometheus: ['Prometheus 指标', 'Prometheus metric'],
  fix: ['FIX 会话', 'FIX session'],
  quotes: ['行情新鲜度', 'Quote freshness'],
  order: ['报单往返', 'Order round trip'],
  transfer: ['银行转账往返', 'Bank transfer round trip'],
  sql: ['数据库查询', 'SQL query'],
  database: ['数据库容量', 'Database size'],
  ssh: ['SSH 命令', 'Command over SSH'],
  process: ['进程', 'Process'],
  disk: ['磁盘空间', 'Disk space'],
  file: ['文件更新', 'File freshness'],
  'log-line': ['日志行', 'Log lines'],
  nagios: ['Nagios 插件', 'Nagios plugin'],
  heartbeat: ['心跳上报', 'Heartbeat'],
} as const satisfies Record<string, Words>

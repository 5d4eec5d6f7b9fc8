import type { Words } from '../../../record/words.ts'

/** What the screens of this area are called in the menu: apart from their other words, which come with each screen. */
export const titles = {
  build: ['编写内容', 'Edit the content'],
  catalogue: ['申请服务', 'Order a service'],
  trends: ['趋势', 'Trends'],
  status: ['服务状态', 'Service status'],
  desk: ['服务台', 'Desk'],
  answers: ['也许能帮到您', 'This may help'],
  mine: ['我的事项', 'My matters'],
  report: ['报告故障', 'Report a fault'],
  portal: ['服务门户', 'Help and services'],
} satisfies Record<string, Words>

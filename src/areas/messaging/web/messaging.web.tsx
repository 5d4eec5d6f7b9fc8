import { BellOutlined, MessageOutlined } from '@ant-design/icons'
import type { WebArea } from '../../../web/plugin.ts'
import { useUnreadCount } from './notices.ts'
import { titles } from './titles.words.ts'

/** What messaging adds to the web beside its records' own lists, forms and pages. */
export const messagingWeb: WebArea = {
  code: 'messaging',
  declared: () => import('../messaging.area.ts').then((m) => m.messaging),
  icon: <MessageOutlined />,
  drawers: [
    {
      code: 'notices',
      title: titles.notices,
      icon: <BellOutlined />,
      tone: 'news',
      useCount: useUnreadCount,
      load: () => import('./NoticeDrawer.tsx').then((m) => m.NoticeDrawer),
    },
  ],
  routes: [
    { path: '/notices', title: titles.notices, load: () => import('./NoticesPage.tsx').then((m) => m.NoticesPage) },
    {
      path: '/notices/wishes',
      title: titles.wishes,
      hidden: true,
      load: () => import('./WishesPage.tsx').then((m) => m.WishesPage),
    },
  ],
  recordPages: {
    channel: { side: () => import('./ChannelTools.tsx').then((m) => m.ChannelTools) },
    mailbox: { side: () => import('./MailboxTools.tsx').then((m) => m.MailboxTools) },
    template: { above: () => import('./TemplatePreview.tsx').then((m) => m.TemplatePreview) },
  },
  listColumns: {
    message: ['number', 'state', 'why', 'person', 'address', 'channel', 'attempts', 'error', 'due', 'sentAt'],
    channel: ['number', 'name', 'state', 'kind', 'perMinute', 'fallback', 'secretSet'],
    mailbox: ['number', 'name', 'state', 'address', 'outsiders', 'secretSet', 'unreachableSince', 'trouble'],
    'incoming-mail': ['number', 'subject', 'state', 'why', 'from', 'person', 'mailbox', 'receivedAt', 'detail'],
    'notice-rule': ['number', 'name', 'state', 'through', 'urgent', 'createdBy'],
    template: ['number', 'name', 'state', 'record', 'act', 'subjectZh', 'subjectEn'],
  },
  tones: {
    message: { state: { waiting: 'progress', sent: 'kept', carried: 'kept', failed: 'broken' } },
    channel: { state: { 'in-use': 'kept', stopped: 'late' } },
    mailbox: { state: { 'in-use': 'kept', stopped: 'late' } },
    'incoming-mail': {
      state: { received: 'progress', created: 'kept', answered: 'kept', reported: 'kept', quarantined: 'late' },
    },
    'notice-rule': { state: { 'in-force': 'kept' } },
    template: { state: { 'in-use': 'kept' } },
  },
}

import type { Words } from '../../record/words.ts'

/** What every page says that is worked walking, with a network or without. */
export const walkWords = {
  online: ['在线', 'Online'],
  offline: ['离线', 'Offline'],
  waits: ['条待发送', 'to be sent'],
  allSent: ['已全部发送', 'All sent'],
  keeps: ['可离线使用', 'Works offline'],
  keepsNot: [
    '此网址不能离线使用:请通过 HTTPS 打开。已记录的内容仍会保存在本机。',
    'This address cannot work offline: open it over HTTPS. What you enter is kept on this device all the same.',
  ],
  toSignIn: ['去登录', 'Sign in'],
  scan: ['扫描', 'Scan'],
  stop: ['停止扫描', 'Stop scanning'],
  photo: ['拍照识别', 'Read a photo'],
  noCode: ['照片里没有读到标签', 'No label was read in the photo'],
  noCamera: [
    '不能使用摄像头:请允许访问,或改用拍照识别、手工输入。',
    'No camera: allow it, or read a photo, or type it.',
  ],
  sendNow: ['立即发送', 'Send now'],
} as const satisfies Record<string, Words>

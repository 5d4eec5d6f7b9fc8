import type { Words } from '../../record/words.ts'

/** Words of what hangs on a record: files, who watches, what is said. */
export const sideWords = {
  files: ['附件', 'Files'],
  noFiles: ['拖到这里、粘贴截图,或点回形针添加。', 'Drop files here, paste a picture, or use the clip.'],
  addFile: ['添加文件', 'Add files'],
  takePhoto: ['拍照', 'Take a picture'],
  stop: ['停止', 'Stop'],
  remove: ['移除', 'Remove'],
  removeSure: ['移除这个附件?记录中会留下痕迹。', 'Remove this file? The journal keeps that it was here.'],
  download: ['下载', 'Download'],
  openBeside: ['在新窗口打开', 'Open in a new window'],
  private: ['内部', 'private'],
  checking: ['正在查毒', 'being checked'],
  infected: ['有病毒,已隔离', 'infected, put aside'],
  watch: ['关注', 'Watch'],
  unwatch: ['取消关注', 'Stop watching'],
  watchers: ['人关注', 'watching'],
  attached: ['添加附件', 'added a file'],
  detached: ['移除附件', 'removed a file'],
  editedComment: ['修改评论', 'changed a comment'],
  withdrewComment: ['撤回评论', 'withdrew a comment'],
} as const satisfies Readonly<Record<string, Words>>

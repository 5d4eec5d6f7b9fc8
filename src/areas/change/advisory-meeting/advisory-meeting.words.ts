import { wordsFor } from '../../../record/record.ts'
import { advisoryMeeting } from './advisory-meeting.record.ts'

export const advisoryMeetingWords = wordsFor(advisoryMeeting, {
  name: ['变更评审会', 'Change advisory board'],
  plural: ['变更评审会', 'Change advisory boards'],
  empty: [
    '还没有评审会。约定时间、主持人和参加人,等待批准的变更会自动列入议程。',
    'No meetings yet. Say when, who chairs and who takes part; what waits for approval comes onto its agenda by itself.',
  ],
  fields: {
    title: ['名称', 'Title'],
    startsAt: ['开始', 'Begins'],
    endsAt: ['结束', 'Ends'],
    place: ['地点', 'Place'],
    chair: ['主持人', 'Chair'],
    participants: ['参加人', 'Participants'],
    invitations: ['邀请次数', 'Invitations sent'],
    invitedAt: ['邀请时间', 'Invited at'],
    openedAt: ['开会时间', 'Opened at'],
    openedBy: ['宣布开会', 'Opened by'],
    heldAt: ['纪要签署', 'Minutes signed'],
    remarks: ['会议小结', 'Remarks'],
    digest: ['意见校验值', 'Digest of the advice'],
    cancelReason: ['取消原因', 'Why cancelled'],
  },
  states: {
    planned: ['已安排', 'Planned'],
    'in-session': ['进行中', 'In session'],
    held: ['已召开', 'Held'],
    cancelled: ['已取消', 'Cancelled'],
  },
  verbs: {
    open: ['开会', 'Open'],
    hold: ['签署纪要', 'Sign the minutes'],
    invite: ['发送邀请', 'Send invitations'],
    cancel: ['取消', 'Cancel'],
  },
  choices: {},
})

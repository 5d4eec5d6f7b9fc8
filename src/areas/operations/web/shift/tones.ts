/** What the states of rosters, duties and shifts say at a glance. */
export const shiftTones = {
  shift: { state: { due: 'late', 'on-duty': 'kept', 'handing-over': 'progress', over: 'ended', missed: 'broken' } },
  roster: { state: { draft: 'start', 'override-asked': 'late', published: 'kept', withdrawn: 'ended' } },
  duty: { state: { planned: 'start', published: 'kept', cancelled: 'ended' } },
  leave: { state: { asked: 'late', approved: 'kept', refused: 'broken', withdrawn: 'ended' } },
  'duty-swap': {
    state: {
      asked: 'late',
      consented: 'late',
      'carried-out': 'kept',
      declined: 'ended',
      refused: 'broken',
      withdrawn: 'ended',
    },
  },
  'duty-feed': { state: { active: 'kept', revoked: 'ended' } },
  'wall-screen': { state: { active: 'kept', revoked: 'ended' } },
} as const

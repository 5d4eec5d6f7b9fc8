/** A subject as a control reads it, with what stands beside it. */
interface Case {
  readonly subject: Readonly<Record<string, unknown>>
  readonly related?: Readonly<Record<string, unknown>>
}

/** What keeps a control and what breaks it; the two sides of its boundary, where that is no instant. */
export interface Fixture {
  readonly kept: Case
  readonly broken: Case
  readonly edge?: readonly [within: Case, beyond: Case]
}

/** Of every fixture. */
export const now = '2026-11-24T04:00:00.000Z'
export const today = '2026-11-24'

const row = (state: string, more: object = {}) => ({ id: 'id-1', number: 'NUM-1', state, ...more })
const here = row('active', { name: '李明' })
const gone = row('left', { name: '李明' })
const day = (date: string) => `${date}T04:00:00.000Z`
const owned = (state: string): Fixture => {
  const broken = { subject: row(state, { owner: 'p' }), related: { owner: gone } }
  const kept = { subject: row(state, { owner: 'p' }), related: { owner: here } }
  return { kept, broken, edge: [kept, { subject: row(state, { owner: null }), related: { owner: null } }] }
}
const simple = (state: string, kept: object, broken: object): Fixture => ({
  kept: { subject: row(state, kept) },
  broken: { subject: row(state, broken) },
})
const edged = (state: string, kept: object, broken: object): Fixture => {
  const one = simple(state, kept, broken)
  return { ...one, edge: [one.kept, one.broken] }
}

/** A change that was asked for, approved, begun and verified, each on its day. */
const closed = {
  ...{ kind: 'normal', owner: 'o', createdAt: day('2026-11-10'), approvedAt: day('2026-11-11') },
  ...{ startedAt: day('2026-11-12'), verifiedAt: day('2026-11-13'), endedAt: day('2026-11-13') },
}
/** A component checked yesterday, and a change that ended before. */
const configured = {
  newest: true,
  baseline: 'b',
  checkedAt: day('2026-11-23'),
  driftSince: null,
  createdAt: day('2026-11-23'),
}
const after = { endedAt: day('2026-11-23'), owner: 'o' }
const seen = { checkedAt: day('2026-11-23'), createdAt: day('2026-11-23') }
/** A plan of a backup each day. */
const daily = { rpoMinutes: 1_440, graceMinutes: 60, approvedAt: day('2026-01-01') }
/** History that moves each month. */
const monthly = { everyDays: 30, activeSince: day('2026-01-01') }

export const fixtures: Readonly<Record<string, Fixture>> = {
  'B-01': {
    kept: {
      subject: row('in-service', { kind: 'database', environment: 'production' }),
      related: { plans: [row('effective')] },
    },
    broken: { subject: row('in-service', { kind: 'database', environment: 'production' }), related: { plans: [] } },
    edge: [
      {
        subject: row('in-service', { kind: 'database', environment: 'production' }),
        related: { plans: [row('draft'), row('effective')] },
      },
      {
        subject: row('in-service', { kind: 'database', environment: 'production' }),
        related: { plans: [row('draft')] },
      },
    ],
  },
  'B-02': {
    kept: {
      subject: row('effective', { ...daily, standing: 'good', lastGoodAt: day('2026-11-23') }),
      related: { runs: [row('succeeded', { finding: 'good', dueAt: null, startedAt: day('2026-11-23') })] },
    },
    broken: {
      subject: row('effective', { ...daily, standing: 'missing', lastGoodAt: day('2026-11-23') }),
      related: { runs: [row('missed', { finding: null, dueAt: day('2026-11-24'), startedAt: null })] },
    },
  },
  'B-03': {
    kept: {
      subject: row('effective', { testEveryDays: 30, rtoMinutes: 30, approvedAt: day('2026-01-01') }),
      related: { tests: [row('proven', { endedAt: day('2026-11-01'), seconds: 60 })] },
    },
    broken: {
      subject: row('effective', { testEveryDays: 30, rtoMinutes: 30, approvedAt: day('2026-01-01') }),
      related: {
        tests: [
          row('proven', { endedAt: day('2026-11-01'), seconds: 60 }),
          row('failed', { endedAt: day('2026-11-02') }),
        ],
      },
    },
  },
  'B-07': {
    kept: {
      subject: row('active', { ...monthly, standing: 'good', lastDoneAt: day('2026-11-01') }),
      related: { runs: [row('done', { dry: false, endedAt: day('2026-11-01') })] },
    },
    broken: {
      subject: row('active', { ...monthly, standing: 'good', lastDoneAt: day('2026-10-01') }),
      related: { runs: [row('done', { dry: false, endedAt: day('2026-10-01') })] },
    },
  },
  'G-01': owned('effective'),
  'G-03': edged(
    'effective',
    { createdBy: 'a', approvedBy: 'b', digest: 'd' },
    { createdBy: 'a', approvedBy: 'a', digest: 'd' },
  ),
  'G-04': {
    kept: { subject: row('active'), related: { holders: [here] } },
    broken: { subject: row('active'), related: { holders: [] } },
    edge: [
      { subject: row('active'), related: { holders: [gone, here] } },
      { subject: row('active'), related: { holders: [gone] } },
    ],
  },
  'G-05': {
    kept: { subject: row('active', { head: 'p' }), related: { head: here } },
    broken: { subject: row('active', { head: 'p' }), related: { head: gone } },
    edge: [
      { subject: row('active', { head: 'p' }), related: { head: here } },
      { subject: row('active', { head: null }), related: { head: null } },
    ],
  },
  'G-06': {
    kept: {
      subject: row('asked', { reader: 'p', campaign: 'c', dueOn: '2026-11-24', digest: 'd', signedAt: null }),
      related: { campaign: row('running', { digest: 'd' }) },
    },
    broken: {
      subject: row('asked', { reader: 'p', campaign: 'c', dueOn: '2026-11-23', digest: 'd', signedAt: null }),
      related: { campaign: row('running', { digest: 'd' }) },
    },
    edge: [
      {
        subject: row('signed', { reader: 'p', campaign: 'c', dueOn: '2026-11-23', digest: 'd', signedAt: now }),
        related: { campaign: row('running', { digest: 'd' }) },
      },
      {
        subject: row('signed', { reader: 'p', campaign: 'c', dueOn: '2026-11-23', digest: 'd', signedAt: now }),
        related: { campaign: row('running', { digest: 'e' }) },
      },
    ],
  },
  'G-07': simple('effective', { reviewOn: '2026-12-01' }, { reviewOn: '2026-11-24' }),
  'G-08': {
    kept: {
      subject: row('in-force', { pack: 'k', item: '23', changedOn: '2026-11-01', assessedAt: null }),
      related: { pack: row('on', { title: '网络安全法' }) },
    },
    broken: {
      subject: row('in-force', { pack: 'k', item: '23', changedOn: '2026-10-01', assessedAt: null }),
      related: { pack: row('on', { title: '网络安全法' }) },
    },
    edge: [
      {
        subject: row('closed', { pack: 'k', item: '21', changedOn: '2026-10-01', assessedAt: day('2026-10-01') }),
        related: { pack: row('on', { title: '网络安全法' }) },
      },
      {
        subject: row('closed', { pack: 'k', item: '21', changedOn: '2026-10-01', assessedAt: day('2026-09-30') }),
        related: { pack: row('on', { title: '网络安全法' }) },
      },
    ],
  },
  'G-09': edged('effective', { createdBy: 'a', approvedBy: 'b' }, { createdBy: 'a', approvedBy: 'a' }),
  'G-10': {
    kept: { subject: row('due', { route: null, createdAt: day('2026-11-24'), closesAt: '2026-11-24T06:00:00.000Z' }) },
    broken: {
      subject: row('missed', {
        route: null,
        createdAt: day('2026-11-20'),
        closesAt: day('2026-11-20'),
        missedReason: null,
      }),
    },
    edge: [
      { subject: row('done', { route: null, createdAt: day('2026-11-20'), closesAt: day('2026-11-20') }) },
      { subject: row('missed', { route: null, createdAt: day('2026-11-20'), closesAt: day('2026-11-20') }) },
    ],
  },
  'G-12': simple(
    'open',
    { owner: 'a', due: '2026-11-24', doneBy: null, doneAt: null, verifiedBy: null },
    { owner: 'a', due: '2026-11-23', doneBy: null, doneAt: null, verifiedBy: null },
  ),
  'G-13': {
    kept: {
      subject: row('ordered', { budget: 'b', overdraws: false, requester: 'p' }),
      related: { budget: row('in-force', { name: '设备' }) },
    },
    broken: {
      subject: row('ordered', { budget: null, overdraws: false, requester: 'p' }),
      related: { budget: null },
    },
    edge: [
      {
        subject: row('approved', { budget: 'b', overdraws: true, requester: 'p' }),
        related: { budget: row('closed', { name: '设备' }) },
      },
      {
        subject: row('approved', { budget: 'b', overdraws: false, requester: 'p' }),
        related: { budget: row('draft', { name: '设备' }) },
      },
    ],
  },
  'A-01': edged(
    'in-use',
    { model: 'm', purchasedOn: '2025-01-01', department: 'd' },
    { model: null, purchasedOn: '2025-01-01', department: 'd' },
  ),
  'A-02': {
    kept: { subject: row('in-use', { department: 'd' }), related: { unit: row('active', { name: '结算部' }) } },
    broken: { subject: row('in-use', { department: 'd' }), related: { unit: row('closed', { name: '结算部' }) } },
    edge: [
      { subject: row('in-use', { department: 'd' }), related: { unit: row('active', { name: '结算部' }) } },
      { subject: row('in-use', { department: null }), related: { unit: null } },
    ],
  },
  'A-03': owned('in-use'),
  'A-07': {
    ...simple('active', { entitled: 10, used: 8, free: 2 }, { entitled: 10, used: 12, free: -2 }),
    edge: [
      { subject: row('active', { entitled: 10, used: 10, free: 0 }) },
      { subject: row('active', { entitled: 10, used: 11, free: -1 }) },
    ],
  },
  'A-08': simple('active', { endsOn: '2026-12-31', used: 3 }, { endsOn: '2026-12-01', used: 3 }),
  'A-10': simple('open', { createdAt: day('2026-11-01') }, { createdAt: day('2026-10-01') }),
  'A-11': simple('waiting', { createdAt: day('2026-11-20') }, { createdAt: day('2026-11-10') }),
  'A-12': {
    kept: { subject: gone, related: { holds: [], borrowed: [] } },
    broken: { subject: gone, related: { holds: [row('in-use')], borrowed: [] } },
    edge: [
      { subject: gone, related: { holds: [row('disposed')], borrowed: [row('returned')] } },
      { subject: gone, related: { holds: [], borrowed: [row('overdue')] } },
    ],
  },
  'A-13': simple('due', { dueOn: '2026-11-20', plan: 'p' }, { dueOn: '2026-11-10', plan: 'p' }),
  'A-14': simple('in-stock', { updatedAt: day('2026-11-01') }, { updatedAt: day('2026-01-01') }),
  'A-15': {
    kept: { subject: row('carried-out'), related: { media: [row('witnessed', { operator: 'a', witness: 'b' })] } },
    broken: { subject: row('carried-out'), related: { media: [row('done', { operator: 'a', witness: null })] } },
    edge: [
      { subject: row('carried-out'), related: { media: [row('void', { operator: null, witness: null })] } },
      { subject: row('carried-out'), related: { media: [row('witnessed', { operator: 'a', witness: 'a' })] } },
    ],
  },
  'D-07': {
    kept: { subject: row('in-force', { validTo: '2027-06-30', renewMonths: null }), related: { next: [] } },
    broken: { subject: row('in-force', { validTo: '2026-12-10', renewMonths: null }), related: { next: [] } },
  },
  'C-01': {
    kept: { subject: row('closed', closed) },
    broken: { subject: row('closed', { ...closed, approvedAt: null }) },
    edge: [
      { subject: row('closed', { ...closed, kind: 'emergency', approvedAt: day('2026-11-14') }) },
      { subject: row('closed', { ...closed, approvedAt: day('2026-11-14') }) },
    ],
  },
  'C-02': edged(
    'approved',
    { kind: 'normal', risk: 'low', components: ['c'], owner: 'o' },
    { kind: 'normal', risk: null, components: ['c'], owner: 'o' },
  ),
  'C-05': {
    kept: { subject: row('verified', { startedBy: 'a', verifiedBy: 'b', endedAt: day('2026-11-13') }) },
    broken: { subject: row('verified', { startedBy: 'a', verifiedBy: null, endedAt: day('2026-11-13') }) },
    edge: [
      { subject: row('closed', { startedBy: 'a', verifiedBy: 'b', endedAt: day('2026-11-13') }) },
      { subject: row('closed', { startedBy: 'a', verifiedBy: 'a', endedAt: day('2026-11-13') }) },
    ],
  },
  'C-06': {
    ...simple(
      'active',
      { readAt: '2026-11-24T03:30:00.000Z', fault: null, createdAt: day('2026-10-01') },
      { readAt: '2026-11-24T03:30:00.000Z', fault: '404', createdAt: day('2026-10-01') },
    ),
    edge: [
      { subject: row('active', { readAt: null, fault: null, createdAt: '2026-11-23T04:00:00.001Z' }) },
      { subject: row('active', { readAt: null, fault: null, createdAt: '2026-11-23T04:00:00.000Z' }) },
    ],
  },
  'C-07': simple('read', { createdAt: day('2026-11-10') }, { createdAt: day('2026-11-03') }),
  'C-13': edged(
    'scheduled',
    { rollbackRunbook: null, rollbackSteps: '恢复旧版本。' },
    { rollbackRunbook: null, rollbackSteps: null },
  ),
  'P-12': {
    ...simple(
      'drifts',
      { ...configured, driftSince: '2026-11-17T04:00:00.001Z' },
      { ...configured, driftSince: '2026-11-17T04:00:00.000Z' },
    ),
    edge: [
      { subject: row('matches', { ...configured, baseline: null, createdAt: '2026-11-10T04:00:00.001Z' }) },
      { subject: row('matches', { ...configured, baseline: null, createdAt: '2026-11-10T04:00:00.000Z' }) },
    ],
  },
  'C-14': {
    kept: { subject: row('verified', after), related: { checks: [row('matches', { drifted: 0, ...seen })] } },
    broken: { subject: row('verified', after), related: { checks: [row('drifts', { drifted: 1, ...seen })] } },
    edge: [
      {
        subject: row('closed', after),
        related: { checks: [row('waiting', { drifted: 0, createdAt: '2026-11-23T04:00:00.001Z' })] },
      },
      {
        subject: row('closed', after),
        related: { checks: [row('waiting', { drifted: 0, createdAt: '2026-11-23T04:00:00.000Z' })] },
      },
    ],
  },
  'C-08': edged('approved', { contact: '周工', phone: '021-1' }, { contact: '周工', phone: null }),
  'V-01': owned('offered'),
  'V-02': edged(
    'offered',
    { description: '行情', hours: 'h', components: ['c'] },
    { description: '行情', hours: 'h', components: [] },
  ),
  'V-03': simple('published', { reviewOn: '2026-12-01' }, { reviewOn: '2026-11-24' }),
  'V-04': simple(
    'new',
    { component: null, service: null, createdAt: '2026-11-24T03:30:00.000Z', duplicateOf: null },
    { component: null, service: null, createdAt: '2026-11-24T02:30:00.000Z', duplicateOf: null },
  ),
  'V-05': simple(
    'in-fulfilment',
    { createdAt: day('2026-11-20'), settledAt: null, waitingFor: null },
    { createdAt: day('2026-11-01'), settledAt: null, waitingFor: null },
  ),
  'V-06': simple(
    'in-progress',
    { updatedAt: day('2026-11-20'), waitingFor: null },
    { updatedAt: day('2026-11-10'), waitingFor: null },
  ),
  'V-07': {
    kept: {
      subject: row('offered', { affectsTrading: true }),
      related: { agreements: [row('in-force', { validTo: '2026-12-31' })] },
    },
    broken: { subject: row('offered', { affectsTrading: true }), related: { agreements: [] } },
  },
  'V-08': simple('draft', { month: '2026-11-01', issuedAt: null }, { month: '2026-10-01', issuedAt: null }),
  'V-11': simple(
    'analysed',
    { updatedAt: day('2026-11-20'), workaround: null },
    { updatedAt: day('2026-10-01'), workaround: null },
  ),
  'O-01': {
    kept: {
      subject: row('in-progress', { kind: 'opening', createdAt: '2026-11-24T00:00:00.000Z' }),
      related: { steps: [row('done', { lateAt: null, missedAt: null })] },
    },
    broken: {
      subject: row('finished', { kind: 'opening', createdAt: '2026-11-24T00:00:00.000Z' }),
      related: { steps: [row('done', { lateAt: now, missedAt: null })] },
    },
  },
  'O-02': edged(
    'ready',
    { overrideAskedBy: 'a', overriddenBy: 'b', createdAt: day('2026-11-23') },
    { overrideAskedBy: 'a', overriddenBy: 'a', createdAt: day('2026-11-23') },
  ),
  'O-03': simple(
    'done',
    {
      checkerPost: 'p',
      maker: 'a',
      checker: null,
      doneAt: '2026-11-24T03:50:00.000Z',
      checkedAt: null,
      createdAt: day('2026-11-24'),
    },
    {
      checkerPost: 'p',
      maker: 'a',
      checker: null,
      doneAt: '2026-11-24T03:00:00.000Z',
      checkedAt: null,
      createdAt: day('2026-11-24'),
    },
  ),
  'O-04': {
    kept: {
      subject: row('in-service', { criticality: 'trading', environment: 'production' }),
      related: { probes: [row('active')] },
    },
    broken: {
      subject: row('in-service', { criticality: 'trading', environment: 'production' }),
      related: { probes: [] },
    },
    edge: [
      {
        subject: row('in-service', { criticality: 'trading', environment: 'production' }),
        related: { probes: [row('active'), row('paused')] },
      },
      {
        subject: row('in-service', { criticality: 'trading', environment: 'production' }),
        related: { probes: [row('paused')] },
      },
    ],
  },
  'O-07': {
    kept: { subject: row('due', { route: 'r', createdAt: day('2026-11-24'), closesAt: '2026-11-24T06:00:00.000Z' }) },
    broken: { subject: row('missed', { route: 'r', createdAt: day('2026-11-20'), closesAt: day('2026-11-20') }) },
    edge: [
      { subject: row('done', { route: 'r', createdAt: day('2026-11-20'), closesAt: day('2026-11-20') }) },
      { subject: row('missed', { route: 'r', createdAt: day('2026-11-20'), closesAt: day('2026-11-20') }) },
    ],
  },
  'O-08': edged('published', { findings: 0, endsOn: '2026-11-30' }, { findings: 1, endsOn: '2026-11-30' }),
  'O-09': simple(
    'firing',
    { severity: 'critical', quiet: null, firstAt: '2026-11-24T03:45:00.000Z' },
    { severity: 'critical', quiet: null, firstAt: '2026-11-24T03:00:00.000Z' },
  ),
  'O-10': edged(
    'over',
    {
      startsAt: day('2026-11-23'),
      endsAt: day('2026-11-23'),
      signedOutAt: day('2026-11-23'),
      overAt: day('2026-11-23'),
      sheetDigest: 'd',
    },
    {
      startsAt: day('2026-11-23'),
      endsAt: day('2026-11-23'),
      signedOutAt: null,
      overAt: day('2026-11-23'),
      sheetDigest: 'd',
    },
  ),
  'O-11': {
    kept: {
      subject: row('active', { rule: { every: 'week' }, startsOn: '2026-01-01' }),
      related: { tasks: [row('done', { doneAt: day('2026-11-10') }), row('done', { doneAt: day('2026-11-20') })] },
    },
    broken: {
      subject: row('active', { rule: { every: 'week' }, startsOn: '2026-01-01' }),
      related: { tasks: [row('missed', { doneAt: null }), row('done', { doneAt: day('2026-11-01') })] },
    },
  },
  'O-12': simple(
    'new',
    { affectsTrading: true, duplicateOf: null, createdAt: '2026-11-24T03:50:00.000Z' },
    { affectsTrading: true, duplicateOf: null, createdAt: '2026-11-24T03:40:00.000Z' },
  ),
  'O-13': {
    kept: {
      subject: row('in-service', { criticality: 'trading', environment: 'production' }),
      related: { plan: row('effective', { title: '重启' }) },
    },
    broken: {
      subject: row('in-service', { criticality: 'trading', environment: 'production' }),
      related: { plan: null },
    },
    edge: [
      {
        subject: row('in-service', { criticality: 'trading', environment: 'production' }),
        related: { plan: row('superseded', { title: '重启' }) },
      },
      {
        subject: row('in-service', { criticality: 'trading', environment: 'production' }),
        related: { plan: row('draft', { title: '重启' }) },
      },
    ],
  },
  'O-14': {
    kept: {
      subject: row('effective', { approvedAt: day('2026-01-01') }),
      related: { drills: [row('closed', { finishedAt: day('2026-11-01'), outcome: 'met' })] },
    },
    broken: {
      subject: row('effective', { approvedAt: day('2026-01-01') }),
      related: { drills: [row('cancelled', { finishedAt: null, outcome: null })] },
    },
  },
  'O-15': simple('ended', { endedAt: day('2026-11-20') }, { endedAt: day('2026-11-10') }),
  'O-16': simple(
    'effective',
    {
      supplier: 's',
      vendorSignedOn: '2026-10-01',
      approvedBy: 'b',
      createdBy: 'a',
      staleBecause: null,
      validUntil: '2026-11-30',
    },
    {
      supplier: 's',
      vendorSignedOn: null,
      approvedBy: 'b',
      createdBy: 'a',
      staleBecause: null,
      validUntil: '2026-11-30',
    },
  ),
  'O-17': simple('open', { due: '2026-11-24', verifiedBy: null }, { due: '2026-11-23', verifiedBy: null }),
  'S-08': edged('left', { name: '李明', roles: [], posts: [] }, { name: '李明', roles: ['r'], posts: [] }),
}

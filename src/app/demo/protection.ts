import { Readable } from 'node:stream'
import { custody } from '../../areas/security/custody/custody.record.ts'
import { dataClass } from '../../areas/security/data-class/data-class.record.ts'
import { evidence } from '../../areas/security/evidence/evidence.record.ts'
import { securityIncident } from '../../areas/security/security-incident/security-incident.record.ts'
import { securityReport } from '../../areas/security/security-report/security-report.record.ts'
import { trainingCourse } from '../../areas/security/training-course/training-course.record.ts'
import { trainingRecord } from '../../areas/security/training-record/training-record.record.ts'
import { gatherUndertakings } from '../../areas/security/undertaking/server/gather.task.ts'
import { undertaking } from '../../areas/security/undertaking/undertaking.record.ts'
import { undertakingText } from '../../areas/security/undertaking-text/undertaking-text.record.ts'
import { incident } from '../../areas/service/incident/incident.record.ts'
import { reportingRule } from '../../areas/service/reporting-rule/reporting-rule.record.ts'
import { attach, receive } from '../../platform/sides/attachment.ts'
import { createAll } from '../../platform/write/create-all.ts'
import { chance } from './chance.ts'
import { reportingRules } from './desk.data.ts'
import { type Act, shanghai, tradingDay } from './history/agenda.ts'
import { courses, dataClasses, phishing, secrecy } from './protection.data.ts'
import type { Stage } from './stage.ts'

/** How many trading days before today the letter came. */
const letterAgo = 12

/** How the firm protects itself, a quarter long: classes and undertakings laid down, people trained, and a letter that was not what it said. */
export function protectionActs(stage: Stage, quarter: readonly string[]): Act[] {
  const at = (ago: number, time: string) => shanghai(tradingDay(quarter, ago), time)
  const first = quarter.length
  return [
    { at: at(first, '15:25'), do: () => layDown(stage) },
    { at: at(first - 1, '10:05'), do: () => askToUndertake(stage) },
    { at: at(first - 3, '16:10'), do: () => signMost(stage) },
    { at: at(50, '16:20'), do: () => train(stage, 'sec-aware', 'all') },
    { at: at(35, '16:20'), do: () => train(stage, 'sec-ops', 'it') },
    { at: at(20, '16:20'), do: () => train(stage, 'rules-td', 'it') },
    ...letterActs(stage, (time, later = 0) => at(letterAgo - later, time)),
  ]
}

async function layDown(stage: Stage): Promise<void> {
  await stage.as('manager', async (tx) => {
    for (const one of reportingRules) await tx.create(reportingRule, one)
    for (const one of courses) await tx.create(trainingCourse, one)
  })
  for (const one of dataClasses) {
    const { id } = await stage.as('engineer', (tx) => tx.create(dataClass, { ...one, effectiveOn: tx.today }))
    await stage.as('manager', (tx) => tx.act(dataClass, id, 'approve'))
  }
}

async function askToUndertake(stage: Stage): Promise<void> {
  const { id } = await stage.as('engineer', (tx) => tx.create(undertakingText, secrecy))
  await stage.as('manager', (tx) => tx.act(undertakingText, id, 'publish'))
  await gatherUndertakings(stage.engine, {} as never)
}

/** All but the two of them who came last. */
async function signMost({ engine }: Stage): Promise<void> {
  const open = await engine.db
    .selectFrom('undertaking')
    .innerJoin('person', 'person.id', 'undertaking.person')
    .select(['undertaking.id', 'person'])
    .where('undertaking.state', '=', 'asked')
    .orderBy('employeeNo')
    .execute()
  for (const { id, person } of open.slice(0, -2)) {
    const actor = await engine.directory.actor(engine.db, person, 'demo')
    if (actor) await engine.inTx(actor, (tx) => tx.act(undertaking, id, 'undertake'), { person, method: 'password' })
  }
}

/** A course is held; the engineer enters who was there, and somebody else confirms each. A few were not, and one did not pass. */
async function train({ engine, people, ...stage }: Stage, code: string, audience: 'all' | 'it'): Promise<void> {
  const { id: course, passMark } = await engine.db
    .selectFrom('trainingCourse')
    .select(['id', 'passMark'])
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  const meant = await engine.db
    .selectFrom('person')
    .leftJoin('department', 'department.id', 'person.department')
    .select(['person.id', 'employeeNo'])
    .where('person.state', '=', 'active')
    .$if(audience === 'it', (all) => all.where('department.technology', '=', true))
    .orderBy('employeeNo')
    .execute()
  const there = meant.filter(({ id, employeeNo }) => id !== people.business && !employeeNo.endsWith('7'))
  const made = await stage.as('engineer', (tx) =>
    createAll(
      tx,
      trainingRecord,
      there.map(({ id, employeeNo }) => ({
        ...{ course, person: id, heldOn: tx.today, proof: `签到表 ${tx.today}` },
        score: passMark === null ? null : chance(Number(employeeNo.replaceAll(/\D/g, ''))).between(passMark - 1, 98),
      })),
    ),
  )
  for (const { id, person } of made)
    await stage.as(person === people.manager ? 'admin' : 'manager', (tx) => tx.act(trainingRecord, id, 'confirm'))
}

/** From the letter to the last report, each at its time; a few days later it is closed. */
function letterActs(stage: Stage, at: (time: string, later?: number) => number): Act[] {
  const { engine, people } = stage
  const ids = { incident: '', security: '', mail: '', disk: '' }
  const { cause, measures } = phishing
  const file = async (id: string, name: string, text: string) => {
    const kept = await receive(engine, Readable.from([Buffer.from(text)]), name)
    await stage.as('engineer', (tx) => attach(engine, tx, evidence, id, [kept]))
    await stage.as('engineer', (tx) => tx.act(evidence, id, 'seal'))
  }
  const report = (authority: string) =>
    engine.db
      .selectFrom('securityReport')
      .selectAll()
      .where('securityIncident', '=', ids.security)
      .where('authority', '=', authority)
      .executeTakeFirstOrThrow()
  const send = async (authority: string, more: object) => {
    const { id, text } = await report(authority)
    await stage.as('engineer', (tx) => tx.act(securityReport, id, 'send', { text, ...more }))
  }
  const declare = async () => {
    const { title, description, dataAffected, peopleAffected } = phishing
    await stage.as('operator', async (tx) => {
      const reportedBy = people.business
      ids.incident = (await tx.create(incident, { title, description, reportedBy, channel: 'phone' })).id
      const given = { title, incident: ids.incident, kind: 'phishing', dataAffected, peopleAffected } as const
      ids.security = (await tx.create(securityIncident, { ...given, owner: people.engineer })).id
    })
    await stage.as('engineer', async (tx) => {
      await tx.act(incident, ids.incident, 'assign', { assignee: people.engineer })
      await tx.act(incident, ids.incident, 'start')
    })
  }
  const take = (title: string, source: string) =>
    stage.as('engineer', async (tx) => {
      const who = { takenBy: people.engineer, takenAt: tx.now, place: '信息技术部保险柜' }
      return (await tx.create(evidence, { title, source, securityIncident: ids.security, ...who })).id
    })
  return [
    { at: at('10:05'), do: declare },
    {
      at: at('10:17'),
      do: () =>
        stage.as('engineer', (tx) =>
          tx.act(securityIncident, ids.security, 'grade', { gravity: 'larger', gradeReason: phishing.gradeReason }),
        ),
    },
    {
      at: at('10:29'),
      do: () =>
        send('中国人民银行(简报)', { recipient: '分行科技处值班', channel: 'phone', receipt: '值班员工号 3021' }),
    },
    {
      at: at('10:50'),
      do: async () => {
        ids.mail = await take('钓鱼邮件原件', '客户经理邮箱导出')
        await file(ids.mail, '钓鱼邮件.eml', 'From: service@sge-member.example\nSubject: 席位资料核对\n')
        ids.disk = await take('客户经理电脑浏览器记录', '客户经理办公电脑')
        await file(ids.disk, '浏览器记录.csv', 'time,url\n10:01,https://sge-member.example/login\n')
      },
    },
    {
      at: at('11:40'),
      do: () =>
        send('中国人民银行(正式报告)', { recipient: '分行科技处', channel: 'platform', receipt: '平台回执 0711' }),
    },
    {
      at: at('13:20'),
      do: async () => {
        const { id } = await report('属地省级网信部门')
        const notDueBecause = '电话咨询网信部门值班,答复未达到报告标准,记录备查。'
        await stage.as('manager', (tx) => tx.act(securityReport, id, 'need-not', { notDueBecause }))
      },
    },
    { at: at('14:10'), do: () => stage.as('engineer', (tx) => tx.act(securityIncident, ids.security, 'contain')) },
    {
      at: at('15:45'),
      do: async () => {
        await stage.as('engineer', (tx) => tx.act(incident, ids.incident, 'resolve', { resolution: measures, cause }))
        const over = { evidence: ids.mail, taker: people.auditor, purpose: '内部调查', place: '稽核审计部档案柜' }
        const { id } = await stage.as('engineer', (tx) => tx.create(custody, over))
        await stage.as('engineer', (tx) => tx.act(custody, id, 'give'))
        await stage.as('auditor', (tx) => tx.act(custody, id, 'take'))
      },
    },
    {
      at: at('10:40', 2),
      do: async () => {
        await stage.as('engineer', (tx) => tx.act(evidence, ids.disk, 'give-back', { ending: '交还客户经理本人' }))
        await stage.as('operator', (tx) => tx.act(evidence, ids.disk, 'witness-return'))
        await stage.as('engineer', (tx) => tx.act(securityIncident, ids.security, 'close', { cause, measures }))
        await stage.as('manager', (tx) => tx.act(incident, ids.incident, 'close'))
      },
    },
  ]
}

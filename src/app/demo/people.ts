import { department } from '../../areas/organisation/department/department.record.ts'
import { person } from '../../areas/organisation/person/person.record.ts'
import { post } from '../../areas/organisation/post/post.record.ts'
import { role } from '../../areas/organisation/role/role.record.ts'
import { skill } from '../../areas/organisation/skill/skill.record.ts'
import { team } from '../../areas/organisation/team/team.record.ts'
import { createAccount } from '../../platform/auth/account.ts'
import type { Tx } from '../../platform/tx.ts'
import { roles } from '../roles.data.ts'

const departments = [
  { code: 'MGT', name: '总经理室' },
  { code: 'IT', name: '信息技术部', technology: true },
  { code: 'TRD', name: '交易业务部' },
  { code: 'RSK', name: '风险管理部' },
  { code: 'AUD', name: '稽核审计部' },
] as const

const posts = [
  {
    code: 'duty-operator',
    name: '值班操作岗',
    nameEn: 'Duty operator',
    duty: 'maker',
    duties: '按流程启动、监视和关闭交易系统,记录运行日志,处理告警。',
  },
  {
    code: 'duty-checker',
    name: '值班复核岗',
    nameEn: 'Duty checker',
    duty: 'checker',
    duties: '逐项复核值班操作,核对证据并签字;不操作自己复核的步骤。',
  },
  {
    code: 'system-engineer',
    name: '系统工程师岗',
    nameEn: 'System engineer',
    duty: 'both',
    duties: '维护主机、网络与应用组件,处理故障,维护流程与探测。',
  },
  {
    code: 'it-manager',
    name: '技术经理岗',
    nameEn: 'IT manager',
    duty: 'checker',
    duties: '批准流程与变更,查阅运行日志,决定豁免与应急处置。',
  },
  {
    code: 'dba',
    name: '数据库管理岗',
    nameEn: 'Database administrator',
    duty: 'none',
    duties: '维护数据库与其容量,整理索引和统计,管理备份与恢复,审核数据库变更。',
  },
] as const

const skills = [
  {
    code: 'front',
    name: '交易前置操作',
    nameEn: 'Trading front',
    description: '启停交易前置与报单网关,识别其常见告警。',
  },
  { code: 'review', name: '双岗复核', nameEn: 'Second-person check', description: '按证据逐项复核,熟悉应急预案。' },
] as const

/** What each duty post is trained for. */
const trained: Readonly<Record<string, string>> = { 'duty-operator': 'front', 'duty-checker': 'review' }

/** Who signs in as whom. Two hold each duty post, so that one may be absent. */
const people = [
  { login: 'operator', name: '李晓峰', no: '1001', department: 'IT', role: 'operator', posts: ['duty-operator'] },
  { login: 'checker', name: '王丽娟', no: '1002', department: 'IT', role: 'checker', posts: ['duty-checker'] },
  {
    login: 'engineer',
    name: '陈志远',
    no: '1003',
    department: 'IT',
    role: 'engineer',
    posts: ['system-engineer', 'duty-operator', 'dba'],
  },
  {
    login: 'manager',
    name: '赵敏',
    no: '1004',
    department: 'IT',
    role: 'manager',
    posts: ['it-manager', 'duty-checker'],
  },
  { login: 'business', name: '孙嘉怡', no: '2001', department: 'TRD', role: 'business', posts: [] },
  { login: 'auditor', name: '周国栋', no: '3001', department: 'AUD', role: 'auditor', posts: [] },
  { login: 'director', name: '沈建国', no: '1000', department: 'MGT', role: 'business', posts: [] },
  { login: 'admin', name: '吴海', no: '1005', department: 'IT', role: 'admin', posts: [] },
] as const

export type Login = (typeof people)[number]['login']

export interface Hired {
  /** Ids by login. */
  readonly people: Readonly<Record<Login, string>>
  /** The duty team. */
  readonly team: string
}

/** Departments, posts, roles, the duty team and seven people with demo accounts. */
export async function hirePeople(tx: Tx, password: string): Promise<Hired> {
  const ids = new Map<string, string>()
  for (const one of roles) ids.set(one.code, (await tx.create(role, one)).id)
  for (const one of departments) ids.set(one.code, (await tx.create(department, one)).id)
  for (const one of posts) ids.set(one.code, (await tx.create(post, { ...one, department: need(ids, 'IT') })).id)
  for (const one of skills) ids.set(one.code, (await tx.create(skill, one)).id)
  const duty = await tx.create(team, {
    code: 'duty',
    name: '运行值班组',
    department: need(ids, 'IT'),
    purpose: '交易日全程值守。',
  })
  const hired: [Login, string][] = []
  for (const one of people) {
    const made = await tx.create(person, {
      name: one.name,
      employeeNo: one.no,
      email: `${one.login}@gold.example`,
      department: need(ids, one.department),
      team: one.department === 'IT' ? duty.id : null,
      posts: one.posts.map((code) => need(ids, code)),
      skills: one.posts.flatMap((code) => (trained[code] ? [need(ids, trained[code])] : [])),
      roles: [need(ids, one.role)],
    })
    await createAccount(tx, { person: made.id, login: one.login, password, demo: true })
    hired.push([one.login, made.id])
  }
  const found = Object.fromEntries(hired) as Record<Login, string>
  await tx.update(team, duty.id, { lead: found.manager })
  return { people: found, team: duty.id }
}

function need(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code)
  if (!id) throw new Error(`The demo firm has no ${code}`)
  return id
}

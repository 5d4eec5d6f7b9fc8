import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { looked, useFirm } from './support/journey.ts'
import { password } from './support/server.ts'

const firm = useFirm()
let engineer: Page
let operator: Page
let checker: Page
const ids: Record<string, string> = {}

const get = async (page: Page, path: string) => (await (await page.request.get(`/api/${path}`)).json()).item
const open = async (page: Page, what: string) => {
  const { number } = await get(page, what)
  await page.goto(`/${what.split('/')[0]}/${number}`)
}
const refused = async (page: Page, path: string, data: object) => {
  const answer = await page.request.post(`/api/${path}`, { data })
  return {
    status: answer.status(),
    codes: ((await answer.json()).errors ?? []).map(({ code }: { code: string }) => code),
  }
}
async function post(page: Page, path: string, data: object = {}) {
  const answer = await page.request.post(`/api/${path}`, { data })
  const body = await answer.json()
  expect([200, 201], `${path} ${JSON.stringify(body)}`).toContain(answer.status())
  return body.item
}
const signed = async (page: Page, path: string, verb: string, more: object = {}) => {
  const { version } = await get(page, path)
  return post(page, `${path}/${verb}`, { version, signature: { password }, ...more })
}
const me = async (page: Page): Promise<string> => (await (await page.request.get('/api/session')).json()).person.id
const security = () => `security-incidents/${ids['security']}`

beforeAll(async () => {
  engineer = await firm.at('engineer')
  operator = await firm.at('operator')
  checker = await firm.at('checker')
})

describe('what happened before', () => {
  it('is there for those who need to know, with its reports and its evidence', async () => {
    const { items } = await (await engineer.request.get('/api/security-incidents?state=closed')).json()
    await open(engineer, `security-incidents/${items[0].id}`)
    await engineer.getByText('中国人民银行(正式报告)').first().waitFor()
    await engineer.getByText('钓鱼邮件原件').first().waitFor()
    await looked(engineer, 'security-incident-closed-zh', 'main')
    expect((await checker.request.get(`/api/security-incidents/${items[0].id}`)).status()).toBe(404)
  })
})

describe('a security incident', () => {
  it('is declared from the page of an incident, and kept from all others', async () => {
    const { id } = await post(operator, 'incidents', { title: '报单机发现陌生远程登录' })
    ids['incident'] = id
    await open(operator, `incidents/${id}`)
    await operator.getByRole('button', { name: '宣布为安全事件' }).click()
    await operator.getByRole('dialog').waitFor()
    await looked(operator, 'security-declare-zh', 'html')
    await operator.keyboard.press('Escape')
    const given = { title: '报单机被远程登录', incident: id, kind: 'intrusion', owner: await me(engineer) }
    ids['security'] = (await post(operator, 'security-incidents', given)).id
    await open(checker, `incidents/${id}`)
    await checker.getByText('已宣布为安全事件').waitFor()
    await looked(checker, 'security-hidden-zh', 'main')
  })

  it('is graded, and the time of its reports runs', async () => {
    await open(engineer, security())
    await engineer.getByText('定级期限').first().waitFor()
    await engineer.getByRole('button', { name: '定级' }).first().click()
    await engineer.getByRole('dialog').waitFor()
    await engineer.keyboard.press('Escape')
    await post(engineer, `${security()}/grade`, { gravity: 'larger', gradeReason: '报单机口令可能泄露。' })
    await engineer.getByText('属地省级网信部门').first().waitFor()
    await looked(engineer, 'security-graded-zh', 'main')
  })

  it('is told, each report on paper and noted as sent', async () => {
    const { items } = await (
      await engineer.request.get(`/api/security-reports?securityIncident=${ids['security']}&sort=dueAt`)
    ).json()
    expect(items.length).toBe(3)
    await engineer.goto(`/security-reports/${items[0].number}`)
    await engineer.getByText('报告正文').first().waitFor()
    await looked(engineer, 'security-report-zh', 'main')
    const paper = await engineer.request.get(`/api/security-reports/${items[0].id}/pdf?lang=en`)
    expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')
    for (const { id, text } of items.slice(0, 2))
      await post(engineer, `security-reports/${id}/send`, { recipient: '值班室', channel: 'phone', text })
    ids['last'] = items[2].id
  })

  it('has its evidence sealed, and handed over by both signatures', async () => {
    const who = { takenBy: await me(engineer), takenAt: new Date(Date.now() - 60_000).toISOString() }
    const given = { title: '登录日志', source: '报单机', place: '保险柜', securityIncident: ids['security'] }
    const { id } = await post(engineer, 'evidence', { ...given, ...who })
    await engineer.request.post(`/api/evidence/${id}/attachments`, {
      multipart: {
        file: { name: 'auth.log', mimeType: 'text/plain', buffer: Buffer.from('Accepted password for trade\n') },
      },
    })
    await signed(engineer, `evidence/${id}`, 'seal')
    const over = { evidence: id, taker: await me(checker), purpose: '送检测机构', place: '检测机构' }
    const { id: custody } = await post(engineer, 'custodies', over)
    await open(engineer, `evidence/${id}`)
    await engineer.getByRole('button', { name: '交出签字' }).first().click()
    await engineer
      .getByRole('dialog')
      .getByLabel(/口令|密码/)
      .first()
      .fill(password)
    await looked(engineer, 'evidence-giving-zh', 'html')
    await engineer.getByRole('dialog').getByRole('button', { name: '签字并提交' }).click()
    await expect.poll(async () => (await get(engineer, `custodies/${custody}`)).state).toBe('given')
    expect((await checker.request.get(`/api/evidence/${id}`)).status()).toBe(404)
    await signed(checker, `custodies/${custody}`, 'take')
    await open(checker, `evidence/${id}`)
    await checker.getByText('auth.log').first().waitFor()
    await looked(checker, 'evidence-taken-zh', 'main')
  })

  it('is not closed before it has a cause and every report was sent or need not be', async () => {
    await post(engineer, `${security()}/contain`)
    const { version } = await get(engineer, security())
    const signature = { version, signature: { password } }
    expect((await refused(engineer, `${security()}/close`, signature)).codes).toEqual(['required', 'required'])
    const why = { cause: '远程口令过于简单', measures: '停用远程口令登录,改用证书' }
    expect((await refused(engineer, `${security()}/close`, { ...signature, ...why })).codes).toEqual(['report-due'])
    const notDueBecause = '电话答复无需报告。'
    await signed(engineer, `security-reports/${ids['last']}`, 'need-not', { notDueBecause })
    await signed(engineer, security(), 'close', why)
    await open(engineer, security())
    await engineer.getByText('已结案').first().waitFor()
    const abroad = await firm.at('engineer', { lang: 'en' })
    await open(abroad, security())
    await abroad.getByText('Reports to authorities').first().waitFor()
    await looked(abroad, 'security-closed-en', 'main')
  })
})

describe('what people undertake, and how data is handled', () => {
  it('is read before it is signed', async () => {
    await engineer.goto('/undertakings')
    await engineer.getByText('信息技术人员保密承诺书').first().waitFor()
    const { items } = await (await engineer.request.get('/api/undertakings?state=signed')).json()
    await engineer.goto(`/undertakings/${items[0].number}`)
    await engineer.getByText('离职后继续有效').first().waitFor()
    await looked(engineer, 'undertaking-zh', 'main')
  })

  it('stands on the page of an asset', async () => {
    const { items } = await (await engineer.request.get('/api/assets?classification=sensitive&limit=1')).json()
    await engineer.goto(`/assets/${items[0].number}`)
    await engineer.getByText('数据分级与处理要求').first().waitFor()
    await looked(engineer, 'asset-handling-zh', 'main')
  })
})

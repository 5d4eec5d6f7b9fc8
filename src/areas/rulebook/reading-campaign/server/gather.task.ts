import { sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import type { Follow } from '../../../../platform/follow.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { createAll } from '../../../../platform/write/create-all.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { RowOf } from '../../../../record/record.ts'
import { tellGiven } from '../../../messaging/messaging.api.ts'
import { reading } from '../../reading/reading.record.ts'
import { dueFor, firstReminder } from '../../reading/reading.rules.ts'
import { readingCampaign } from '../reading-campaign.record.ts'
import '../../server/tables.ts'

type Campaign = RowOf<typeof readingCampaign>

/** So many are asked in one transaction. */
const pageSize = 200
const task = 'gather-readings'

/** Has it looked at anew, once this is committed, who is to read what. However many changes come at once, once is enough. */
export const gatherSoon = (tx: Tx): Promise<void> => tx.job(task, {}, { key: task })

/** By which changes of a person, or of the tree of departments, somebody comes to be meant or is meant no more. */
const moves: Readonly<Record<string, readonly string[]>> = {
  person: ['state', 'department', 'posts', 'roles'],
  department: ['parent'],
}

export const hearMoves: Follow = async (tx, { record, before, changes }) => {
  const names = moves[record.name]
  if (!names || (before !== null && !names.some((name) => name in changes))) return
  const running = await tx.db
    .selectFrom('readingCampaign')
    .select('id')
    .where('state', '=', 'running')
    .limit(1)
    .executeTakeFirst()
  if (running) await gatherSoon(tx)
}

/** Asks whoever is meant by a running campaign and was not asked yet; who is meant no more falls away. Page by page. */
export const gatherReadings: Task = async (engine) => {
  const inPages = async (page: (tx: Tx) => Promise<number>) => {
    while ((await engine.inTx(asSystem('rulebook'), page)) === pageSize);
  }
  const running = await engine.db
    .selectFrom('readingCampaign')
    .select('id')
    .where('state', '=', 'running')
    .orderBy('id')
    .execute()
  for (const { id } of running) {
    await inPages(async (tx) => {
      // Locked, so that two copies never ask the same person twice, and nobody is asked by what was just closed.
      const campaign = await tx.lock(readingCampaign, id)
      return campaign.state === 'running' ? askMissing(tx, campaign) : 0
    })
    await inPages(async (tx) => lapseThose(tx, await meantNoMore(tx, await tx.lock(readingCampaign, id))))
  }
  await inPages(async (tx) => lapseThose(tx, await left(tx)))
}

/** Whether a person `p` is meant. */
const isMeant = ({ everybody, departments, posts, roles }: Campaign) =>
  everybody
    ? sql`p.state = 'active'`
    : sql`p.state = 'active' and (p.department in (
        with recursive below(id) as (
          select unnest(${departments}::uuid[]) union select d.id from department d join below b on d.parent = b.id
        ) select id from below) or p.posts && ${posts}::uuid[] or p.roles && ${roles}::uuid[])`

async function askMissing(tx: Tx, campaign: Campaign): Promise<number> {
  const { rows } = await sql<{ person: string; lapsed: string | null }>`
    select p.id as person, r.id as lapsed from person p left join reading r on r.campaign = ${campaign.id} and r.reader = p.id
    where ${isMeant(campaign)} and (r.id is null or r.state = 'lapsed') order by p.id limit ${pageSize}`.execute(tx.db)
  const dueOn = dueFor(campaign, tx.today)
  const when = { dueOn, remindOn: firstReminder(dueOn, tx.today) }
  const { id, title, titleEn, digest } = campaign
  const text = { campaign: id, title, titleEn, digest: digest as string }
  const made = await createAll(
    tx,
    reading,
    rows.flatMap(({ person, lapsed }) => (lapsed ? [] : [{ ...text, ...when, reader: person }])),
  )
  const again: RowOf<typeof reading>[] = []
  for (const { lapsed } of rows) if (lapsed) again.push(await tx.act(reading, lapsed, 'ask-again', when))
  for (const one of [...made, ...again]) await tellGiven(tx, reading, one, [{ is: 'person', id: one.reader }])
  return rows.length
}

async function meantNoMore(tx: Tx, campaign: Campaign): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`select r.id from reading r join person p on p.id = r.reader
    where r.campaign = ${campaign.id} and r.state = 'asked' and not (${isMeant(campaign)}) order by r.id limit ${pageSize}`.execute(
    tx.db,
  )
  return rows
}

/** What was asked by campaigns that are over. */
const left = (tx: Tx) =>
  tx.db
    .selectFrom('reading')
    .innerJoin('readingCampaign', 'readingCampaign.id', 'reading.campaign')
    .select('reading.id')
    .where('reading.state', '=', 'asked')
    .where('readingCampaign.state', '<>', 'running')
    .orderBy('reading.id')
    .limit(pageSize)
    .execute()

async function lapseThose(tx: Tx, some: readonly { readonly id: string }[]): Promise<number> {
  for (const { id } of some) if ((await tx.lock(reading, id)).state === 'asked') await tx.act(reading, id, 'lapse')
  return some.length
}

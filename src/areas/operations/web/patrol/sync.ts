import { api } from '../../../../web/client/api.ts'
import { problemOf } from '../../../../web/client/problem.ts'
import { deviceName } from '../../../../web/walk/device.ts'
import { kept, type Mine, type Round } from './kept.ts'

const atOnce = 20

interface Answer {
  readonly items: readonly {
    readonly key: string
    readonly outcome: 'kept' | 'already' | 'refused'
    readonly id: string | null
    readonly why: readonly [string, string] | null
  }[]
}

export async function fetchRound(number: string): Promise<Round> {
  const round = await api.call<Round>(`/patrols/${encodeURIComponent(number)}`)
  await kept.keepRound(number, round)
  return round
}

/** Sends the visits that wait, and then their photos; what was answered stays answered. Refuses with a `Problem`. */
export async function send(
  { task, checkpoints }: Round,
  mine: readonly Mine[],
  heard: (visit: Mine) => void,
): Promise<void> {
  const keep = async (visit: Mine) => {
    await kept.keepMine(visit)
    heard(visit)
  }
  const waiting = mine.filter(({ status }) => status === 'waiting')
  const sent: Mine[] = mine.filter(({ status }) => status === 'pictures')
  for (let from = 0; from < waiting.length; from += atOnce) {
    const some = waiting.slice(from, from + atOnce)
    const visits = some.map(({ key, checkpoint, values, note, how, visitedAt }) => ({
      ...{ key, checkpoint, values, note, how, visitedAt },
    }))
    const body = { task: task.id, device: deviceName(), sentAt: new Date().toISOString(), visits }
    const { items } = await api.call<Answer>('/patrols/visits', { method: 'POST', body })
    for (const { key, outcome, id, why } of items) {
      const one = some.find((visit) => visit.key === key)
      if (!one) continue
      const status = outcome === 'refused' ? 'refused' : one.photos.length > 0 ? 'pictures' : 'kept'
      const answered = { ...one, id, why, status } as const
      await keep(answered)
      if (status === 'pictures') sent.push(answered)
    }
  }
  for (const one of sent) {
    const at = checkpoints.find(({ id }) => id === one.checkpoint)?.number ?? ''
    await sendPhotos(task.id, at, one)
    await keep({ ...one, status: 'kept', photos: [] })
  }
}

/** On the round, since a visit is never changed; each once: what an answer that was lost had brought is there by its name. */
async function sendPhotos(task: string, at: string, { key, photos }: Mine): Promise<void> {
  const path = `/duty-tasks/${task}/attachments`
  const { items } = await api.call<{ items: readonly { name: string }[] }>(path)
  for (const [n, photo] of photos.entries()) {
    const name = `${at} ${key.slice(0, 8)}-${n + 1}.jpg`
    if (items.some((one) => one.name === name)) continue
    const form = new FormData()
    form.append('file', photo, name)
    const response = await fetch(`/api${path}`, { method: 'POST', body: form, headers: { accept: 'application/json' } })
    if (!response.ok) throw await problemOf(response)
  }
}

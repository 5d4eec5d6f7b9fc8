import { useCallback, useMemo, useState } from 'react'

/** Which rows are chosen: some by hand, or all that the list's filter means, loaded or not. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  readonly all: boolean
}

export const noSelection: Selection = { ids: new Set(), all: false }

export const isChosen = ({ ids, all }: Selection, id: string): boolean => all || ids.has(id)

export const isSome = ({ ids, all }: Selection): boolean => all || ids.size > 0

/**
 * Turns one row, or with `until` all rows between the last one turned and this. Turning one of all falls back to those that
 * are loaded, without it.
 */
export function turned(now: Selection, rows: readonly string[], id: string, since?: string): Selection {
  const ids = new Set(now.all ? rows : now.ids)
  const on = !ids.has(id)
  const [from, to] = [since === undefined ? -1 : rows.indexOf(since), rows.indexOf(id)]
  const range = from < 0 ? [id] : rows.slice(Math.min(from, to), Math.max(from, to) + 1)
  for (const one of range) {
    if (on) ids.add(one)
    else ids.delete(one)
  }
  return { ids, all: false }
}

/** The selection of one list; another filter begins with none, since other rows are meant. */
export function useSelection(meant: string) {
  const [state, setState] = useState({ meant, selection: noSelection, last: undefined as string | undefined })
  const selection = state.meant === meant ? state.selection : noSelection
  const set = useCallback((next: Selection, last?: string) => setState({ meant, selection: next, last }), [meant])
  const turn = useCallback(
    (rows: readonly string[], id: string, range: boolean) =>
      setState((was) => {
        const mine = was.meant === meant
        const now = mine ? was.selection : noSelection
        return { meant, selection: turned(now, rows, id, range && mine ? was.last : undefined), last: id }
      }),
    [meant],
  )
  return useMemo(
    () => ({
      selection,
      turn,
      chooseLoaded: (rows: readonly string[]) => set({ ids: new Set(rows), all: false }),
      chooseAll: () => set({ ids: new Set(), all: true }),
      clear: () => set(noSelection),
    }),
    [selection, set, turn],
  )
}

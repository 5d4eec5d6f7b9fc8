import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { useEffect, useState } from 'react'
import { api } from '../../../../web/client/api.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { asset } from '../../asset/asset.record.ts'
import { unitsText } from '../../location/rack.rules.ts'
import type { Rack, Standing } from './places.ts'
import { movedWords } from './words.ts'

/** Picks an asset and puts it into a free place of a rack; Escape lets go. */
export function useMoving() {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const [picked, pick] = useState<Standing>()
  const move = useMutation({
    mutationFn: ({ one, rack, unit }: { one: Standing; rack: Rack; unit: number }) =>
      api.update(asset, one.id, { version: one.version, location: rack.id, rackUnit: unit }),
    onSuccess: (_answer, { one, rack, unit }) => {
      pick(undefined)
      return message.success(say(movedWords(one.name, `${rack.name} ${unitsText({ unit, units: one.units })}`)))
    },
    onError: (problem) => message.error(text(problem)),
  })
  useEffect(() => {
    if (!picked) return
    const letGo = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') pick(undefined)
    }
    window.addEventListener('keydown', letGo)
    return () => window.removeEventListener('keydown', letGo)
  }, [picked])
  return {
    picked,
    pick,
    put: (rack: Rack, unit: number) => {
      if (picked) move.mutate({ one: picked, rack, unit })
    },
  }
}

import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { type Lang, langOf, type Words } from '../../record/words.ts'
import { api } from '../client/api.ts'
import { sessionQuery } from '../client/session.ts'
import { words } from '../words.ts'

const stored = 'touchstone.lang'

interface LangState {
  readonly lang: Lang
  readonly setLang: (lang: Lang) => void
}

const LangContext = createContext<LangState>({ lang: 'zh', setLang: () => {} })

/** The language of the whole screen: kept in this browser, and said to the server with every request. */
export function LangProvider({ children }: { children: ReactNode }) {
  const [lang, set] = useState(() => apply(langOf(localStorage.getItem(stored) ?? navigator.language)))
  const setLang = useCallback((next: Lang) => {
    localStorage.setItem(stored, next)
    set(apply(next))
  }, [])
  const state = useMemo(() => ({ lang, setLang }), [lang, setLang])
  return <LangContext.Provider value={state}>{children}</LangContext.Provider>
}

/** What stands in it speaks this language, whatever the screen does: both wordings of one thing beside each other. */
export const Speaking = ({ lang, children }: { lang: Lang; children: ReactNode }) => (
  <LangContext.Provider value={{ lang, setLang: () => {} }}>
    <div lang={lang === 'zh' ? 'zh-CN' : 'en'}>{children}</div>
  </LangContext.Provider>
)

export const useLang = (): Lang => useContext(LangContext).lang

/** `say(['故障', 'Incident'])` in the language of the screen. */
export function useSay(): (pair: Words) => string {
  const lang = useLang()
  return useCallback((pair: Words) => pair[lang === 'zh' ? 0 : 1], [lang])
}

/** Switches the screen at once, re-fetches what the server words, and keeps the choice with the person's account. */
export function useSwitchLang(): (lang: Lang) => void {
  const { setLang } = useContext(LangContext)
  const queries = useQueryClient()
  const { message } = App.useApp()
  return (lang) => {
    setLang(lang)
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
    if (!queries.getQueryData(sessionQuery.queryKey)) return
    api
      .call('/session/lang', { method: 'PUT', body: { lang } })
      .catch(() => message.warning(words.saveLangFailed[lang === 'zh' ? 0 : 1]))
  }
}

/** A person who never chose in this browser gets the language of their account. */
export function useAdoptLang(): (lang: Lang) => void {
  const { setLang } = useContext(LangContext)
  return (lang) => {
    if (localStorage.getItem(stored) === null) setLang(lang)
  }
}

/** Outside React too: the document for the client and the screen reader, dayjs for the date pickers. */
function apply(lang: Lang): Lang {
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
  dayjs.locale(lang === 'zh' ? 'zh-cn' : 'en')
  return lang
}

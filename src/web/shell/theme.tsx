import { App as AntApp, ConfigProvider, type MappingAlgorithm, theme } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import {
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { useLang } from './lang.tsx'

const stored = 'touchstone.theme'

const DarkContext = createContext<{ dark: boolean; setDark: (dark: boolean) => void }>({
  dark: false,
  setDark: () => {},
})

/** Is the screen dark, and the switch for it; kept in this browser. */
export const useDark = () => useContext(DarkContext)

/** Ant Design in its compact form, with gold for what is ours and every other colour left to state. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const lang = useLang()
  const [dark, set] = useState(() => localStorage.getItem(stored) === 'dark')
  const choice = useMemo(
    () => ({
      dark,
      setDark: (next: boolean) => {
        localStorage.setItem(stored, next ? 'dark' : 'light')
        set(next)
      },
    }),
    [dark],
  )
  const calm = useCalm()
  const config = useMemo(() => themeOf(dark, calm), [dark, calm])
  // At the root of the document: what hangs beside the app's element is dark too.
  useLayoutEffect(() => void document.documentElement.classList.toggle('ts-dark', dark), [dark])
  return (
    <DarkContext.Provider value={choice}>
      <ConfigProvider
        theme={config}
        locale={lang === 'zh' ? zhCN : enUS}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
      >
        <AntApp className="ts-app">{children}</AntApp>
      </ConfigProvider>
    </DarkContext.Provider>
  )
}

/** What stands in it is dark whatever the person's choice: a screen on a wall. */
export function AlwaysDark({ children }: { children: ReactNode }) {
  const calm = useCalm()
  const config = useMemo(() => themeOf(true, calm), [calm])
  return (
    <DarkContext.Provider value={alwaysDark}>
      <ConfigProvider theme={config}>
        <AntApp className="ts-app ts-dark">{children}</AntApp>
      </ConfigProvider>
    </DarkContext.Provider>
  )
}

const alwaysDark = { dark: true, setDark: () => {} }

const reduced = matchMedia('(prefers-reduced-motion: reduce)')
const subscribeCalm = (tell: () => void) => {
  reduced.addEventListener('change', tell)
  return () => reduced.removeEventListener('change', tell)
}

/** Does this person want things to be there at once, without moving into place? As their system says. */
const useCalm = () => useSyncExternalStore(subscribeCalm, () => reduced.matches)

/** The compact algorithm knows even sizes only: 12 is too small for Chinese, 14 too large for thirty rows. */
const thirteen: MappingAlgorithm = (seed, map) => ({
  ...(map ?? theme.defaultAlgorithm(seed)),
  fontSize: 13,
  fontSizeSM: 12,
  fontHeight: 20,
  lineHeight: 20 / 13,
})

/** A darker gold than the coin's on light, so that white words on it keep a contrast of 4.5. */
const themeOf = (dark: boolean, calm: boolean) => ({
  algorithm: dark ? [theme.darkAlgorithm, theme.compactAlgorithm, thirteen] : [theme.compactAlgorithm, thirteen],
  token: {
    motion: !calm,
    colorPrimary: dark ? '#D4A017' : '#966C00',
    // Under the pointer too: what Ant Design derives is lighter.
    ...(!dark && { colorPrimaryHover: '#7A5800' }),
    colorLink: dark ? '#E0B84C' : '#7A5800',
    colorInfo: '#1668DC',
    // Ant Design's own greys fall short of a contrast of 4.5 on our grounds.
    colorTextTertiary: dark ? 'rgba(255, 255, 255, 0.62)' : 'rgba(0, 0, 0, 0.6)',
    colorTextDescription: dark ? 'rgba(255, 255, 255, 0.62)' : 'rgba(0, 0, 0, 0.6)',
    colorTextPlaceholder: dark ? 'rgba(255, 255, 255, 0.62)' : 'rgba(0, 0, 0, 0.6)',
    borderRadius: 4,
    fontFamily:
      '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", Roboto, sans-serif',
  },
  components: {
    // Small words in the colours of state, a fault's or a tag's: Ant Design's own fall short there too.
    Form: dark ? {} : { colorError: '#c62828' },
    Tag: dark ? {} : { colorSuccess: '#2e7d32', colorWarning: '#a85800', colorError: '#c62828' },
    Button: dark ? { primaryColor: 'rgba(0, 0, 0, 0.88)' } : { colorError: '#c62828' },
    Table: {
      cellPaddingBlockSM: 1,
      cellPaddingInlineSM: 8,
      headerBorderRadius: 0,
      // The words of an empty table.
      colorTextDisabled: dark ? 'rgba(255, 255, 255, 0.62)' : 'rgba(0, 0, 0, 0.6)',
    },
    Menu: {
      itemSelectedBg: 'rgba(184, 134, 11, 0.13)',
      itemSelectedColor: dark ? '#E0B84C' : '#6B4D00',
      itemHeight: 28,
      itemMarginBlock: 1,
      itemMarginInline: 4,
      iconMarginInlineEnd: 8,
    },
  },
})

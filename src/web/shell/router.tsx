import type { QueryClient } from '@tanstack/react-query'
import { createRootRoute, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router'
import { sessionQuery, setupQuery } from '../client/session.ts'
import type { AppParts } from '../context.ts'
import type { AreaHead } from '../heads.ts'
import type { Screen } from '../plugin.ts'
import { LoadFailed, NotFound } from './Broken.tsx'
import { Frame } from './Frame.tsx'
import { Home } from './Home.tsx'
import { lazily } from './lazily.tsx'
import { readSearch, writeSearch } from './search.ts'

const list = () => import('../record/RecordList.tsx').then((m) => m.RecordList)
const page = () => import('../record/RecordPage.tsx').then((m) => m.RecordPage)
const importing = () => import('../transfer/ImportPage.tsx').then((m) => m.ImportPage)
const form = () => import('../record/RecordFormPage.tsx').then((m) => m.RecordFormPage)

/**
 * Every address of the app. A record has `/incidents`, `/incidents/new`, `/incidents/import`, `/incidents/INC-202611-0042` and its `/edit`;
 * areas add their own screens; whoever is not signed in is led to `/sign-in` and back.
 */
export function makeRouter({ registry, areas }: AppParts, queries: QueryClient) {
  const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })
  const signIn = createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    component: lazily(() => import('./SignIn.tsx').then((m) => m.SignIn)),
  })
  const back = createRoute({
    getParentRoute: () => root,
    path: '/sign-in/back',
    component: lazily(() => import('../account/BackFromFirm.tsx').then((m) => m.BackFromFirm)),
  })
  const setUp = createRoute({
    getParentRoute: () => root,
    path: '/set-up',
    component: lazily(() => import('./SetUp.tsx').then((m) => m.SetUp)),
  })
  const signedIn = createRoute({
    getParentRoute: () => root,
    id: 'signed-in',
    component: Outlet,
    beforeLoad: async ({ location }) => {
      if (await queries.ensureQueryData(sessionQuery)) return
      const { needed } = await queries.ensureQueryData(setupQuery)
      if (needed) throw redirect({ to: '/set-up' })
      throw redirect({ to: '/sign-in', search: { to: location.href } })
    },
  })
  const framed = createRoute({ getParentRoute: () => signedIn, id: 'framed', component: Frame })

  const inFrame = { getParentRoute: () => framed }
  // The declarations come beside the screen that wants them, not after it.
  const come = (area: string) => ({ beforeLoad: () => registry.fetch(area) })
  const screen = ({ path, load, area }: Screen & { area: string }) => ({ path, component: lazily(load), ...come(area) })
  const all = areas.flatMap(({ code, routes = [] }) => routes.map((one) => ({ ...one, area: code })))
  const screens = all.filter(({ open }) => !open)
  const recordsOf = ({ code, records }: AreaHead) =>
    records.flatMap(({ record }) => {
      const of = (suffix: string, load: () => ReturnType<typeof list>) => {
        const Shown = lazily(load)
        return createRoute({
          ...inFrame,
          ...come(code),
          path: `/${record.plural}${suffix}`,
          component: () => <Shown key={record.name} record={record.name} />,
        })
      }
      return [of('', list), of('/new', form), of('/import', importing), of('/$key', page), of('/$key/edit', form)]
    })

  const tree = root.addChildren([
    signIn,
    back,
    setUp,
    ...all.filter(({ open }) => open).map((one) => createRoute({ getParentRoute: () => root, ...screen(one) })),
    signedIn.addChildren([
      framed.addChildren([
        createRoute({ ...inFrame, path: '/', component: Home }),
        createRoute({
          ...inFrame,
          path: '/account',
          component: lazily(() => import('../account/AccountPage.tsx').then((m) => m.AccountPage)),
        }),
        ...screens.filter(({ bare }) => !bare).map((one) => createRoute({ ...inFrame, ...screen(one) })),
        ...registry.areas.flatMap(recordsOf),
        createRoute({ ...inFrame, path: '$', component: NotFound }),
      ]),
      ...screens
        .filter(({ bare }) => bare)
        .map((one) => createRoute({ getParentRoute: () => signedIn, ...screen(one) })),
    ]),
  ])
  return createRouter({
    routeTree: tree,
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultErrorComponent: ({ error }) => <LoadFailed error={error} />,
    scrollRestoration: true,
    scrollToTopSelectors: ['#page'],
  })
}

import './no-eval.ts'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { Problem } from './client/problem.ts'
import { sessionQuery } from './client/session.ts'
import { AppContext, type AppParts } from './context.ts'
import { LangProvider } from './shell/lang.tsx'
import { makeRouter } from './shell/router.tsx'
import { ThemeProvider } from './shell/theme.tsx'
import './shell/shell.css'
import './record/record.css'
import './shell/print.css'

/** The whole web app, from the declared records and what areas add. */
export function App({ parts }: { parts: AppParts }) {
  const [{ queries, router }] = useState(() => {
    const queries = makeQueries()
    return { queries, router: makeRouter(parts, queries) }
  })
  return (
    <QueryClientProvider client={queries}>
      <LangProvider>
        <ThemeProvider>
          <AppContext.Provider value={parts}>
            <RouterProvider router={router} />
          </AppContext.Provider>
        </ThemeProvider>
      </LangProvider>
    </QueryClientProvider>
  )
}

/** Answers stay fresh until an event says otherwise; only a broken network is worth a second try. */
function makeQueries(): QueryClient {
  const onError = (error: unknown) => {
    // The session ended elsewhere: the frame leads to the sign-in screen and keeps the address.
    if (error instanceof Problem && error.code === 'not-signed-in') queries.setQueryData(sessionQuery.queryKey, null)
  }
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => count < 2 && error instanceof Problem && (error.status === 0 || error.status >= 502),
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
  return queries
}

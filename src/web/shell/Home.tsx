import { Navigate } from '@tanstack/react-router'
import { useSession } from '../client/session.ts'
import { useParts } from '../context.ts'
import { homeOf } from './access.ts'
import { NotFound } from './Broken.tsx'

export function Home() {
  const path = homeOf(useParts(), useSession())
  return path ? <Navigate to={path} replace /> : <NotFound />
}

import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

/** Closes what lies over a page once somebody has followed a link out of it; opened again meanwhile it stays. */
export function useCloseOnLeave(close: () => void): void {
  const { pathname } = useLocation()
  const [on, setOn] = useState(pathname)
  useEffect(() => {
    if (pathname === on) return
    setOn(pathname)
    close()
  }, [pathname, on, close])
}

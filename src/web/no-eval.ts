import { config } from 'zod'

// The page's security policy allows no code from strings. zod would try all the same when the first declaration is
// read, and every visit would report a violation: this module stands before them all.
config({ jitless: true })

export { directory } from './server/directory.ts'

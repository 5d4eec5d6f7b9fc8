import { touchstone } from './cli/touchstone.ts'

const code = await touchstone(process.argv.slice(2), process.env)
if (code !== undefined) process.exit(code)

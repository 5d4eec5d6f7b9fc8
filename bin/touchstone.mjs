#!/usr/bin/env node
import { runApp } from '../scripts/app.mjs'
import { buildServer, buildWeb } from '../scripts/build.mjs'
import { ensureInstalled } from '../scripts/ensure.mjs'

/** `touchstone <word> …`: the same as `npm start` for `start`, and the other commands of src/app/main.ts. */
ensureInstalled()
const words = process.argv.slice(2)
if (!(await buildServer()) || (words[0] === 'start' && !(await buildWeb()))) process.exit(1)
await runApp(words)

import type { FastifyInstance } from 'fastify'
import type { Engine } from '../../engine.ts'
import { accountRoutes } from './account.routes.ts'
import { codeRoutes } from './code.routes.ts'
import { firmRoutes } from './firm.routes.ts'
import { ownSessionRoutes } from './own-session.routes.ts'
import { passkeyRoutes } from './passkey.routes.ts'
import { signInRoutes } from './sign-in.routes.ts'
import { signingRoute } from './signing.route.ts'
import { tokenRoutes } from './token.routes.ts'

/** Signing in and out, and what a person sets about it for themselves. */
export function sessionRoutes(app: FastifyInstance, engine: Engine): void {
  signInRoutes(app, engine)
  firmRoutes(app, engine)
  accountRoutes(app, engine)
  codeRoutes(app, engine)
  passkeyRoutes(app, engine)
  ownSessionRoutes(app, engine)
  tokenRoutes(app, engine)
  signingRoute(app, engine)
}

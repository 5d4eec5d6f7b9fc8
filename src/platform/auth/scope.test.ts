import { expect, it } from 'vitest'
import { registry } from '../../app/records.ts'
import { askedOf, isScope, scopeAllows } from './scope.ts'

const allows = (scope: string[], method: string, url: string) => scopeAllows(scope, askedOf(registry, method, url))

it.each<[string[], string, string, boolean]>([
  [['read'], 'GET', '/api/incidents', true],
  [['read'], 'GET', '/api/leavers', true],
  [['read'], 'POST', '/api/incidents', false],
  [['read'], 'DELETE', '/api/incidents/:id/links/:link', false],
  [['write'], 'POST', '/api/incidents/:id/resolve', true],
  [['write'], 'GET', '/api/stream', true],
  [['incident:read'], 'GET', '/api/incidents/:id/journal', true],
  [['incident:read'], 'HEAD', '/api/incidents', true],
  [['incident:read'], 'POST', '/api/incidents/:id/comments', false],
  [['incident:read'], 'GET', '/api/people', false],
  [['incident:read'], 'GET', '/api/stream', false],
  [['incident:read'], 'GET', '/api/nothing-like-it', false],
  [['incident:write'], 'POST', '/api/incidents', true],
  [['incident:write'], 'GET', '/api/incidents', true],
  [['incident:write'], 'POST', '/api/people', false],
  [['incident:read', 'person:write'], 'POST', '/api/people/:id/leave', true],
  [[], 'GET', '/api/incidents', false],
])('%j lets %s %s: %s', (scope, method, url, expected) => {
  expect(allows(scope, method, url)).toBe(expected)
})

it('lets a token do what a route of another name says it is about', () => {
  const asked = askedOf(registry, 'POST', '/api/reports', 'incident')
  expect([['incident:write'], ['person:write'], ['incident:read']].map((scope) => scopeAllows(scope, asked))).toEqual([
    true,
    false,
    false,
  ])
})

it.each([
  ['read', true],
  ['write', true],
  ['incident:read', true],
  ['incident:write', true],
  ['incident:delete', false],
  ['incident', false],
  ['incidents:read', false],
  ['incident:read:more', false],
  ['', false],
  ['all', false],
])('%s is a scope: %s', (given, expected) => {
  expect(isScope(registry, given)).toBe(expected)
})

export { compareVersions } from './upgrade-package/version.rules.ts'

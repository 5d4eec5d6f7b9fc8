/** Drawn from the declarations as the web app is built: `vite.config.ts`. */
declare module 'virtual:heads' {
  const heads: readonly import('../web/heads.ts').AreaHead[]
  export default heads
}

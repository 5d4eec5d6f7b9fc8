export function buildWeb(): Promise<boolean>
export function buildServer(): Promise<boolean>

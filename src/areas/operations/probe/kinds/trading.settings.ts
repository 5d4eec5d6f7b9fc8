/** What each kind of probe is told that goes the way of the business: quotes, an order, a transfer. The protocol is that of `sim/README.md`. */
import { z } from 'zod'
import { shaped } from '../../../../record/shape.ts'
import { downDelayMs, url, verifyTls, warnDelayMs } from './network.settings.ts'
import { ofKind, settingsOf, timeoutMs } from './parts.settings.ts'

const seconds = z.number().positive().max(86_400)
const account = shaped(z.string().trim().min(1).max(32), ['探测专用账号', 'Account of the probe alone'])
/** Name of a target; the token is kept elsewhere and never seen here. */
const login = shaped(z.string().trim().min(1).max(100).optional(), ['令牌目标', 'Target with the token'])
const contract = shaped(z.string().trim().min(1).max(40), ['合约', 'Contract'])

/** How old the newest quote of a contract is. */
export const quotesSettings = ofKind(
  'quotes',
  settingsOf('quotes', {
    /** Where the quotes are: `GET` answers a list of them. */
    url: url.clone(),
    contract: contract.clone(),
    warnSeconds: shaped(seconds.default(3), ['超过则预警(秒)', 'Warn above age (s)']),
    downSeconds: shaped(seconds.default(10), ['超过则中断(秒)', 'Down above age (s)']),
    verifyTls,
    timeoutMs,
  }),
)

/** An order that cannot fill is placed and withdrawn. */
export const orderSettings = ofKind(
  'order',
  settingsOf('order', {
    /** Of the gateway: `POST {url}/orders`. */
    url: url.clone(),
    account: account.clone(),
    contract: contract.clone(),
    side: shaped(z.enum(['buy', 'sell']).default('buy'), ['方向', 'Side'], {
      choices: { buy: ['买入', 'Buy'], sell: ['卖出', 'Sell'] },
    }),
    lots: shaped(z.int().min(1).max(1_000).default(1), ['手数', 'Lots']),
    /** So far from the market that it never fills, and near enough to be taken. */
    limit: shaped(z.number().positive(), ['限价(须不会成交)', 'Limit (one that never fills)']),
    login: login.clone(),
    warnDelayMs,
    downDelayMs,
    verifyTls,
    timeoutMs,
  }),
)

/** A small amount goes in and the same comes out again. */
export const transferSettings = ofKind(
  'transfer',
  settingsOf('transfer', {
    /** Of the bank link: `POST {url}/transfers`. */
    url: url.clone(),
    account: account.clone(),
    fen: shaped(z.int().min(1).max(10_000).default(1), ['金额(分)', 'Amount (fen)']),
    login: login.clone(),
    warnDelayMs,
    downDelayMs,
    verifyTls,
    timeoutMs,
  }),
)

export type QuotesSettings = z.infer<typeof quotesSettings>
export type OrderSettings = z.infer<typeof orderSettings>
export type TransferSettings = z.infer<typeof transferSettings>

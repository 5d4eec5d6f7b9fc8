import { asset } from '../../../assets/asset/asset.record.ts'
import { assetModel } from '../../../assets/asset-model/asset-model.record.ts'
import { purchase } from '../../../assets/purchase/purchase.record.ts'
import { receipt } from '../../../assets/receipt/receipt.record.ts'
import { bad, control, days, ok, proofOf, reads, theOne, those, unknown } from '../control.rules.ts'
import { chainComplete } from '../templates.rules.ts'
import { daysAfter, daysBetween } from '../time.rules.ts'

const window = days(['追溯天数', 'Looked back'], { default: 365, min: 30, max: 1_095 })

/** Whether what comes in was asked for, agreed to, wanted so, and checked. */
export const purchasingControls = [
  control({
    id: 'A-04',
    version: 1,
    area: 'assets',
    title: ['采购按申请、审批、下单、到货办理', 'What comes in was asked for, agreed to and ordered'],
    remedy: [
      '查明缺少的一步,补办审批;申请人不得审批自己的采购。',
      'Find out which step was left out; nobody agrees to what they ask for.',
    ],
    subject: reads(receipt, 'kind', 'title', 'purchase', 'createdAt'),
    with: {
      purchase: theOne(
        'purchase',
        purchase,
        ...(['title', 'createdAt', 'approvedAt', 'approvedBy', 'orderedAt', 'requester', 'total'] as const),
      ),
    },
    params: { window },
    inScope: ({ kind, createdAt }, { now, p }) => kind === 'in' && daysAfter(createdAt, p.window) > now,
    judge: ({ createdAt }, { purchase: order, p }) => {
      const until = daysAfter(createdAt, p.window)
      if (order === null) return bad('没有对应的采购。', 'It is of no purchase.', { until })
      const proof = [proofOf(purchase, order)]
      if (order.approvedAt === null)
        return unknown('没有记下何时批准。', 'When it was agreed to was not written down.', { proof, until })
      if (order.requester !== null && order.approvedBy.includes(order.requester))
        return bad('申请人审批了自己的采购。', 'Whoever asked for it agreed to it.', { proof, until })
      if (order.approvedBy.length === 0 && order.total > 0)
        return bad('没有人审批。', 'Nobody agreed to it.', { proof, until })
      const verdict = chainComplete(
        [
          { name: ['申请', 'the request'], at: order.createdAt },
          { name: ['审批', 'the approval'], at: order.approvedAt },
          { name: ['下单', 'the order'], at: order.orderedAt },
          { name: ['到货', 'the receipt'], at: createdAt },
        ],
        { proof },
      )
      return { ...verdict, until }
    },
  }),
  control({
    id: 'A-05',
    version: 1,
    area: 'assets',
    title: ['采购的型号在标准清单内', 'What is bought is of a standard model'],
    remedy: [
      '把型号列入采购标准,或为该资产申请例外。',
      'Put the model into the standard list, or ask for an exception.',
    ],
    subject: reads(asset, 'name', 'model', 'purchasedOn', 'receipt', 'owner'),
    with: { model: theOne('model', assetModel, 'name', 'standardFrom', 'standardTo') },
    owner: 'owner',
    inScope: ({ state, receipt: by }) => by !== null && state !== 'disposed',
    judge: ({ purchasedOn }, { model }) => {
      if (model === null) return bad('没有登记型号。', 'It is of no model.')
      const proof = [proofOf(assetModel, model)]
      const [from, to, on] = [model.standardFrom, model.standardTo, purchasedOn ?? '']
      if (from === null)
        return bad(`「${model.name}」不在采购标准内。`, `${model.name} is no standard model.`, { proof })
      return from <= on && (to === null || on <= to)
        ? ok(`「${model.name}」当日在采购标准内。`, `${model.name} was standard on that day.`, { proof })
        : bad(`「${model.name}」当日不在采购标准内。`, `${model.name} was not standard on that day.`, { proof })
    },
  }),
  control({
    id: 'A-06',
    version: 1,
    area: 'assets',
    title: ['到货及时验收', 'What comes in is checked in time'],
    remedy: [
      '由下单人以外的人对照订单验收,写明结果并签字。',
      'Have somebody other than who ordered it check it, say what they found and sign.',
    ],
    subject: reads(purchase, 'title', 'requester', 'acceptedAt', 'acceptedBy', 'orderedBy'),
    with: { receipts: those(receipt, 'purchase', 'kind', 'createdAt') },
    params: { within: days(['验收期限', 'Checked within'], { default: 14, min: 1, max: 90 }) },
    owner: 'requester',
    inScope: ({ state }) => state === 'received' || state === 'paid',
    judge: ({ acceptedAt, acceptedBy, orderedBy }, { receipts, now, p }) => {
      const came = receipts.filter(({ kind }) => kind === 'in')
      const last = came
        .map(({ createdAt }) => createdAt)
        .sort()
        .at(-1)
      const proof = came.map((one) => proofOf(receipt, one)).slice(0, 20)
      if (last === undefined) return null
      if (acceptedAt !== null) {
        if (acceptedBy !== null && acceptedBy === orderedBy)
          return bad('由下单人自己验收。', 'Whoever ordered it accepted it.', { proof })
        return acceptedAt <= daysAfter(last, p.within)
          ? ok('已按期验收。', 'Checked in time.', { proof })
          : bad('逾期才验收。', 'It was checked late.', { proof })
      }
      const until = daysAfter(last, p.within)
      return until > now
        ? ok('待验收,在期限内。', 'To be checked; still in time.', { proof, until })
        : bad(
            `到货 ${daysBetween(last, now)} 天仍未验收。`,
            `Not checked ${daysBetween(last, now)} days after it came.`,
            { proof },
          )
    },
  }),
]

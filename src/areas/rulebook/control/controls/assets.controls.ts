import { dayAway } from '../../../../record/time.ts'
import { asset } from '../../../assets/asset/asset.record.ts'
import { contract } from '../../../assets/contract/contract.record.ts'
import { destruction } from '../../../assets/destruction/destruction.record.ts'
import { disposal } from '../../../assets/disposal/disposal.record.ts'
import { handover } from '../../../assets/handover/handover.record.ts'
import { licence } from '../../../assets/licence/licence.record.ts'
import { loan } from '../../../assets/loan/loan.record.ts'
import { maintenanceOrder } from '../../../assets/maintenance-order/maintenance-order.record.ts'
import { stocktakeDifference } from '../../../assets/stocktake-difference/stocktake-difference.record.ts'
import { supplier } from '../../../assets/supplier/supplier.record.ts'
import { department } from '../../../organisation/department/department.record.ts'
import { person } from '../../../organisation/person/person.record.ts'
import { bad, control, days, ok, proofOf, reads, theOne, those } from '../control.rules.ts'
import { filled, freshWithin, isHere } from '../templates.rules.ts'
import { daysAfter, daysBetween } from '../time.rules.ts'

const held = ['in-use', 'in-stock', 'in-repair']

export const assetControls = [
  control({
    id: 'A-01',
    version: 1,
    area: 'assets',
    title: ['资产登记要素齐全', 'An asset is registered in full'],
    remedy: ['补填资产的型号、购置日期和使用部门。', 'Fill in its model, date of purchase and department.'],
    subject: reads(asset, 'name', 'model', 'purchasedOn', 'department', 'owner'),
    owner: 'owner',
    inScope: ({ state }) => held.includes(state),
    judge: filled({
      model: ['型号', 'model'],
      purchasedOn: ['购置日期', 'date of purchase'],
      department: ['使用部门', 'department'],
    }),
  }),
  control({
    id: 'A-02',
    version: 1,
    area: 'assets',
    title: ['资产归属现有部门', 'An asset belongs to a department that exists'],
    remedy: ['把资产转给现有部门。', 'Give it to a department that is there.'],
    subject: reads(asset, 'department', 'owner'),
    with: { unit: theOne('department', department, 'name') },
    owner: 'owner',
    inScope: ({ state }) => state === 'in-use',
    judge: (_asset, { unit }) => {
      if (unit === null) return bad('没有归属部门。', 'It belongs to no department.')
      return unit.state === 'active'
        ? ok(`归属${unit.name}。`, `It belongs to ${unit.name}.`, { proof: [proofOf(department, unit)] })
        : bad(`${unit.name}已撤销。`, `${unit.name} is closed.`, { proof: [proofOf(department, unit)] })
    },
  }),
  control({
    id: 'A-03',
    version: 1,
    area: 'assets',
    title: ['在用资产有在岗的责任人', 'An asset in use has an owner who is here'],
    remedy: ['为资产指定在岗的责任人。', 'Name an owner who is here.'],
    subject: reads(asset, 'owner'),
    with: { owner: theOne('owner', person, 'name') },
    owner: 'owner',
    inScope: ({ state }) => state === 'in-use',
    judge: (_asset, { owner }) =>
      isHere(owner, {
        none: ['没有责任人。', 'Nobody answers for it.'],
        left: [`责任人${owner?.name ?? ''}已离职。`, `${owner?.name ?? ''}, who answers for it, has left.`],
      }),
  }),
  control({
    id: 'A-07',
    version: 1,
    area: 'assets',
    title: ['软件使用不超过许可数量', 'Software use stays within its licences'],
    remedy: ['收回多占的许可,或增购。', 'Take back what is over-used, or buy more.'],
    subject: reads(licence, 'entitled', 'used', 'free', 'owner'),
    owner: 'owner',
    inScope: ({ state }) => state === 'active',
    judge: ({ entitled, used, free }) =>
      free < 0
        ? bad(`许可 ${entitled},已用 ${used},超用 ${-free}。`, `${used} used of ${entitled}: ${-free} too many.`)
        : ok(`许可 ${entitled},已用 ${used}。`, `${used} used of ${entitled}.`),
  }),
  control({
    id: 'A-08',
    version: 1,
    area: 'assets',
    title: ['许可在用时未到期', 'No licence in use has run out'],
    remedy: ['登记续订的许可数量,或停用该许可。', 'Enter what was renewed, or retire the licence.'],
    subject: reads(licence, 'endsOn', 'used', 'owner'),
    params: { ahead: days(['提前处置天数', 'Settled ahead by'], { default: 14, min: 0, max: 120 }) },
    owner: 'owner',
    inScope: ({ state }) => state === 'active',
    judge: ({ endsOn, used }, { today, dawn, p }) => {
      if (endsOn === null) return ok('没有到期日。', 'It has no end.')
      const by = dayAway(endsOn, -p.ahead)
      if (by > today) return ok(`${endsOn} 到期。`, `It ends on ${endsOn}.`, { until: dawn(by) })
      return used === 0
        ? ok(`${endsOn} 到期,已无人使用。`, `It ends on ${endsOn}, and nobody uses it.`)
        : bad(
            `${endsOn} 到期,${used} 个在用,尚未续订。`,
            `It ends on ${endsOn}; ${used} are used and nothing is renewed.`,
          )
    },
  }),
  control({
    id: 'A-10',
    version: 1,
    area: 'assets',
    title: ['盘点差异按期处理', 'Differences of a stocktake are settled in time'],
    remedy: ['对差异作出处理决定并提交盘点审批。', 'Decide what is done about it and submit the stocktake.'],
    subject: reads(stocktakeDifference, 'createdAt', 'leader'),
    params: { within: days(['处理期限', 'Settled within'], { default: 30, min: 1, max: 120 }) },
    owner: 'leader',
    judge: ({ state, createdAt }, { now, p }) => {
      if (state === 'done' || state === 'withdrawn') return ok('已处理。', 'Settled.')
      const until = daysAfter(createdAt, p.within)
      const age = daysBetween(createdAt, now)
      return until > now
        ? ok(`发现 ${age} 天,在期限内。`, `Found ${age} days ago; still in time.`, { until })
        : bad(`发现 ${age} 天仍未处理。`, `Not settled ${age} days after it was found.`)
    },
  }),
  control({
    id: 'A-11',
    version: 1,
    area: 'assets',
    title: ['领用由领用人签收', 'Whoever gets an asset signs for it'],
    remedy: ['请领用人签收,或撤回交接单。', 'Have the holder sign, or withdraw the handover.'],
    subject: reads(handover, 'holder', 'createdAt', 'signedBy'),
    params: { within: days(['签收期限', 'Signed within'], { default: 7, min: 1, max: 30 }) },
    owner: 'holder',
    inScope: ({ state }) => state === 'waiting' || state === 'done',
    judge: ({ state, createdAt }, { now, p }) => {
      if (state === 'done') return ok('已签收。', 'Signed for.')
      const until = daysAfter(createdAt, p.within)
      return until > now
        ? ok('待签收,在期限内。', 'To be signed for; still in time.', { until })
        : bad(
            `${daysBetween(createdAt, now)} 天仍未签收。`,
            `Not signed for after ${daysBetween(createdAt, now)} days.`,
          )
    },
  }),
  control({
    id: 'A-12',
    version: 1,
    area: 'assets',
    title: ['离职人员不再持有资产', 'Whoever has left holds no asset'],
    remedy: ['收回其手中的资产,或改登保管人。', 'Take back what they hold, or name another custodian.'],
    subject: reads(person, 'name'),
    with: { holds: those(asset, 'custodian', 'name'), borrowed: those(loan, 'borrower', 'title') },
    inScope: ({ state }) => state === 'left',
    judge: ({ name }, { holds, borrowed }) => {
      const left = holds.filter(({ state }) => held.includes(state))
      const lent = borrowed.filter(({ state }) => state === 'lent' || state === 'overdue')
      const proof = [...left.map((one) => proofOf(asset, one)), ...lent.map((one) => proofOf(loan, one))].slice(0, 20)
      const n = left.length + lent.length
      return n === 0
        ? ok('资产已全部退还。', 'Everything was given back.')
        : bad(`${name}已离职,仍持有 ${n} 项资产。`, `${name} has left and still holds ${n} assets.`, { proof })
    },
  }),
  control({
    id: 'A-13',
    version: 1,
    area: 'assets',
    title: ['维护保养按期完成', 'Maintenance is done when due'],
    remedy: ['完成保养并登记结果,或写明不做的原因。', 'Do it and enter the outcome, or say why it is skipped.'],
    subject: reads(maintenanceOrder, 'dueOn', 'plan', 'owner', 'finishedAt'),
    params: { grace: days(['宽限天数', 'Grace'], { default: 7, min: 0, max: 60 }) },
    owner: 'owner',
    inScope: ({ plan, dueOn }) => plan !== null && dueOn !== null,
    judge: ({ state, dueOn }, { today, dawn, p }) => {
      if (state === 'done') return ok('已完成。', 'Done.')
      const last = dayAway(dueOn as string, p.grace)
      if (state === 'skipped') return bad('本次未做保养。', 'It was skipped.')
      return last >= today
        ? ok(`应于 ${dueOn} 完成。`, `Due on ${dueOn}.`, { until: dawn(dayAway(last, 1)) })
        : bad(`应于 ${dueOn} 完成,已逾期。`, `It was due on ${dueOn}.`)
    },
  }),
  control({
    id: 'A-14',
    version: 1,
    area: 'assets',
    title: ['闲置资产有处置决定', 'What lies idle is dealt with'],
    remedy: ['领用、转出或报废该资产。', 'Issue it, hand it on or retire it.'],
    subject: reads(asset, 'updatedAt', 'owner'),
    params: { idle: days(['闲置期限', 'Idle at most'], { default: 180, min: 30, max: 400 }) },
    owner: 'owner',
    inScope: ({ state }) => state === 'in-stock' || state === 'retired',
    judge: ({ updatedAt }, { now, p }) => freshWithin(updatedAt, { now, days: p.idle, what: ['变动', 'touched'] }),
  }),
  control({
    id: 'A-15',
    version: 1,
    area: 'assets',
    title: ['介质数据销毁有人见证', 'The destruction of data is witnessed'],
    remedy: ['补齐销毁记录,由另一人见证签字。', 'Complete the record of destruction and have it witnessed.'],
    subject: reads(disposal, 'title', 'carriedOutAt', 'carriedOutBy'),
    with: { media: those(destruction, 'disposal', 'operator', 'witness', 'serial') },
    owner: 'carriedOutBy',
    inScope: ({ state }) => state === 'carried-out',
    judge: (_disposal, { media }) => {
      const open = media.filter(
        ({ state, operator, witness }) => state !== 'void' && (state !== 'witnessed' || operator === witness),
      )
      const proof = (open.length > 0 ? open : media).map((one) => proofOf(destruction, one)).slice(0, 20)
      if (open.length > 0)
        return bad(
          `${open.length} 件介质没有两人见证的销毁记录。`,
          `${open.length} media have no destruction by two people.`,
          { proof },
        )
      return ok(`介质 ${media.length} 件,均有见证。`, `${media.length} media, each witnessed.`, { proof })
    },
  }),
  control({
    id: 'D-07',
    version: 1,
    area: 'suppliers',
    title: ['合同到期前作出决定', 'Before a contract ends it is decided what follows'],
    remedy: ['登记接续的合同,或终止本合同。', 'Enter the contract that goes on from it, or end it.'],
    subject: reads(contract, 'validTo', 'renewMonths', 'owner'),
    with: { next: those(contract, 'follows', 'title') },
    params: { ahead: days(['提前决定天数', 'Decided ahead by'], { default: 30, min: 0, max: 180 }) },
    owner: 'owner',
    inScope: ({ state }) => state === 'in-force' || state === 'expired',
    judge: ({ state, validTo, renewMonths }, { next, today, dawn, p }) => {
      const proof = next.map((one) => proofOf(contract, one))
      if (proof.length > 0) return ok('已有接续的合同。', 'Another contract goes on from it.', { proof })
      if (validTo === null || renewMonths !== null) return ok('不会自行到期。', 'It does not run out by itself.')
      if (state === 'expired')
        return bad(`${validTo} 已到期,没有接续。`, `It ended on ${validTo}, and nothing follows.`)
      const by = dayAway(validTo, -p.ahead)
      return by > today
        ? ok(`${validTo} 到期。`, `It ends on ${validTo}.`, { until: dawn(by) })
        : bad(`${validTo} 到期,尚未决定。`, `It ends on ${validTo}, and nothing is decided.`)
    },
  }),
  control({
    id: 'C-08',
    version: 1,
    area: 'change',
    title: ['厂商联系方式齐全', 'We know whom to reach at a supplier'],
    remedy: ['补填联系人和电话。', 'Fill in a contact and a telephone.'],
    subject: reads(supplier, 'contact', 'phone', 'owner'),
    owner: 'owner',
    inScope: ({ state }) => state === 'approved',
    judge: filled({ contact: ['联系人', 'contact'], phone: ['电话', 'telephone'] }),
  }),
]

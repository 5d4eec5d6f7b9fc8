/** Who works in the firm beside those with demo accounts: name and department, in the order of their numbers. */
const byDepartment = {
  IT: ['刘洋', '张蕾', '马骏', '何静', '高翔', '罗丹', '梁宇', '宋佳', '郑凯', '谢婷'],
  TRD: [
    ...['孟繁星', '胡歌亮', '朱琳', '林晓', '郭磊', '徐曼', '黄志强', '曹颖', '邓超群', '彭丽'],
    ...['蒋文', '蔡明', '余涛', '潘悦', '田野', '董洁', '袁泉', '夏雨', '钟山', '汪洋'],
    ...['方媛', '石磊', '姚远', '谭静'],
  ],
  RSK: ['贾玲玉', '邹凯', '熊辉', '金晶', '陆毅', '郝蕾', '孔祥', '白雪', '崔健', '康宁'],
  AUD: ['毛宁', '邱晨', '秦岚', '江波'],
  FIN: ['史可', '顾倩', '侯勇', '邵兵', '龙飞', '万茜', '段誉', '雷鸣'],
  ADM: ['钱进', '汤唯一', '尹航', '黎明', '易扬', '常青', '武岳', '乔丹妮', '贺兰', '赖宇'],
} as const

export type DepartmentCode = keyof typeof byDepartment

/** Departments that only the whole firm has. */
export const moreDepartments = [
  { code: 'FIN', name: '财务部' },
  { code: 'ADM', name: '综合管理部' },
] as const

export interface Employee {
  readonly name: string
  readonly no: string
  readonly department: DepartmentCode
}

export const staff: readonly Employee[] = (
  Object.entries(byDepartment) as [DepartmentCode, readonly string[]][]
).flatMap(([department, names], at) => names.map((name, i) => ({ name, no: String(4_001 + at * 100 + i), department })))

import type { Words } from '../../record/words.ts'
import type { Proof } from '../client/types.ts'

/** The words of signing in, of one's own account, and of proving presence. */
export const accountWords = {
  account: ['我的账号', 'My account'],
  mustEnrol: [
    '您的角色要求双重验证。请先启用一次性口令或添加通行密钥,然后即可继续使用。',
    'Your role wants two factors. Switch on one-time codes or add a passkey to go on.',
  ],

  withPasskey: ['用通行密钥登录', 'Sign in with a passkey'],
  withFirm: ['用单位账号登录:', 'Sign in with '],
  directoryHint: ['可使用单位目录的账号与密码。', 'Your directory login and password work here.'],
  secondTitle: ['第二步验证', 'Second step'],
  secondHint: ['请用您的第二个验证方式证明是您本人。', 'Prove with your second factor that it is you.'],
  code: ['一次性口令', 'One-time code'],
  codeHint: ['验证器应用上的六位数字', 'The six digits in your authenticator app'],
  useRecovery: ['改用恢复码', 'Use a recovery code instead'],
  useCode: ['改用一次性口令', 'Use a one-time code instead'],
  recoveryCode: ['恢复码', 'Recovery code'],
  usePasskey: ['使用通行密钥', 'Use a passkey'],
  startOver: ['重新开始', 'Begin again'],
  comingBack: ['正在完成登录…', 'Completing the sign-in …'],
  goOn: ['继续', 'Continue'],

  proof: ['证明是您本人', 'Prove that it is you'],
  noProof: [
    '您没有可在这里签字的密码、一次性口令或通行密钥。',
    'You have no password, one-time code or passkey to sign with here.',
  ],
  passkeyHint: ['提交时,设备会请您确认。', 'Your device asks you when you submit.'],
  passkeyFailed: [
    '设备没有完成通行密钥操作:可能已取消或超时,或者这个地址不支持。',
    'The device did not complete the passkey: cancelled, timed out, or not possible at this address.',
  ],
  noPasskeysHere: [
    '通行密钥需要以域名和 HTTPS(或 localhost)访问本系统。',
    'Passkeys need a host name with HTTPS, or localhost.',
  ],
  signedDigest: ['所签内容的摘要(SHA-256)', 'Digest of what you sign (SHA-256)'],
  confirm: ['确认', 'Confirm'],

  changePassword: ['修改密码', 'Change password'],
  oldPassword: ['现密码', 'Present password'],
  newPassword: ['新密码', 'New password'],
  passwordChanged: ['密码已修改,其他会话已退出。', 'The password is changed; your other sessions have ended.'],
  passwordElsewhere: [
    '您的密码由单位目录管理,请在那里修改。',
    'Your password is kept by the firm’s directory; change it there.',
  ],
  passwordNone: [
    '此账号没有密码,通过单位账号登录。',
    'This account has no password; it comes in by the firm’s sign-in.',
  ],

  codes: ['一次性口令', 'One-time codes'],
  codesOn: ['已启用', 'On'],
  codesOff: ['未启用', 'Off'],
  codesHint: [
    '启用后,用密码登录还要输入验证器应用上的六位数字;签字时也可使用。',
    'With them, signing in by password also asks for the six digits of an authenticator app. They sign, too.',
  ],
  switchOn: ['启用', 'Switch on'],
  switchOff: ['停用', 'Switch off'],
  switchOnCodes: ['启用一次性口令', 'Switch on one-time codes'],
  switchOffCodes: ['停用一次性口令', 'Switch off one-time codes'],
  scan: [
    '用验证器应用扫描,或手工输入密钥,然后输入它显示的口令。',
    'Scan with an authenticator app or type the secret in; then enter the code it shows.',
  ],
  secret: ['密钥', 'Secret'],
  recoveryLeft: ['剩余恢复码', 'Recovery codes left'],
  renewRecovery: ['重新生成恢复码', 'New recovery codes'],
  recoveryOnce: [
    '请立即保存这些恢复码:每个只能用一次,之后无法再次查看。丢失设备时用它登录。',
    'Save these recovery codes now: each serves once, and they are not shown again. They let you in without the device.',
  ],
  kept: ['已保存', 'I saved them'],

  passkeys: ['通行密钥', 'Passkeys'],
  passkeysHint: [
    '用设备的指纹、面容或 PIN 登录和签字,无需密码。',
    'Sign in and sign with the finger, face or PIN of a device; no password.',
  ],
  noPasskeys: ['还没有通行密钥', 'No passkeys yet'],
  addPasskey: ['添加通行密钥', 'Add a passkey'],
  passkeyName: ['名称', 'Name'],
  passkeyNameHint: ['例如:办公室电脑', 'Such as: office computer'],
  lastUsed: ['上次使用', 'Last used'],
  neverUsed: ['尚未使用', 'Not used yet'],

  sessions: ['登录会话', 'Sessions'],
  thisOne: ['当前会话', 'This one'],
  end: ['退出', 'End'],
  endOthers: ['退出其他全部会话', 'End all others'],

  tokens: ['API 令牌', 'API tokens'],
  tokensHint: [
    '程序凭令牌以您的身份、在所选范围内访问接口;令牌必有期限,只在创建时显示一次。',
    'A program with a token acts as you within its scope, until it ends. A token is shown once, when it is made.',
  ],
  tokenName: ['用途', 'Used for'],
  tokenDays: ['有效天数', 'Days valid'],
  tokenScope: ['范围', 'Scope'],
  tokenExpires: ['到期', 'Expires'],
  revoke: ['吊销', 'Revoke'],
  revokeSure: ['吊销后,使用它的程序将立即失去访问权。', 'Programs that use it lose access at once.'],
  noTokens: ['还没有令牌', 'No tokens yet'],
  scopeRead: ['全部,只读', 'Everything, read only'],
  scopeWrite: ['全部,读写', 'Everything, read and write'],
  reads: ['只读', 'read'],
  writes: ['读写', 'read and write'],
} as const satisfies Record<string, Words>

export const proofWords: { readonly [K in Proof]: Words } = {
  password: ['密码', 'Password'],
  totp: ['一次性口令', 'One-time code'],
  passkey: ['通行密钥', 'Passkey'],
}

/** How a session was opened. */
export const wayWords: Readonly<Record<string, Words>> = {
  password: ['密码', 'password'],
  'password+code': ['密码 + 一次性口令', 'password and code'],
  'password+passkey': ['密码 + 通行密钥', 'password and passkey'],
  passkey: ['通行密钥', 'passkey'],
  directory: ['单位目录', 'directory'],
  'directory+code': ['单位目录 + 一次性口令', 'directory and code'],
  'directory+passkey': ['单位目录 + 通行密钥', 'directory and passkey'],
  firm: ['单位账号', 'firm account'],
}

export const atLeast = (characters: number): Words => [`至少 ${characters} 个字符`, `At least ${characters} characters`]

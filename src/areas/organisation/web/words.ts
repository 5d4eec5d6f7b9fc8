import type { Words } from '../../../record/words.ts'

export const signInWords = {
  signIns: ['登录账号', 'Sign-ins'],
  none: ['还不能登录', 'Cannot sign in yet'],
  disabled: ['已停用', 'disabled'],
  give: ['开通账号', 'Give a sign-in'],
  login: ['登录名', 'Login'],
  loginHint: ['小写字母、数字、点和横线', 'Small letters, digits, dots and dashes'],
  password: ['初始密码', 'First password'],
  passwordHint: ['至少 10 个字符', 'At least ten characters'],
} as const satisfies Record<string, Words>

import { AppError } from '../../../shared/app-error.ts';

/**
 * What burning programs say, and what it means to a person. The first that fits counts; codes are IMAPI2's (imapi2error.h), the words those
 * of libburn, growisofs and hdiutil.
 */
const meanings: readonly (readonly [pattern: RegExp, meaning: string])[] = [
  [/C0AA0202|no (?:disc|media)|medium not present|not ready.*tray|please insert/i, '光驱里没有光盘，请放入空白光盘后再试。'],
  [/C0AA0204|upside down/i, '光盘放反了，请把有字的一面朝上。'],
  [/C0AA020[567]|becoming ready|drive is busy|logical unit.*(?:progress|becoming)/i, '光驱还没有准备好，请等指示灯不再闪烁后再试。'],
  [/C0AA0209|write protect/i, '这张光盘写保护，不能刻录，请换一张。'],
  [/C0AA0210|C0AA020F|resource busy|device or resource busy|cannot open.*exclusive|being used|in use/i, '光驱正被其他程序占用，请关闭资源管理器里打开的光盘和其他刻录软件后再试。'],
  [/permission denied|operation not permitted|EACCES|80070005|access is denied|拒绝访问/i, '没有使用光驱的权限。Linux 上请把当前用户加入 cdrom 组并重新登录；Windows 上请联系管理员检查“组策略：CD 和 DVD 拒绝写入”。'],
  [/not blank|is not blank|media is not.*(?:blank|appendable)|already (?:carrying|contains)|closed.*not.*appendable|C0AA040[56]/i, '这张光盘不是空白的，或光驱不能刻这种光盘，请换一张空白光盘。'],
  [/C0AA0203|not supported|unsuitable|wrong (?:disc|media)|incompatible/i, '光驱不能刻这种光盘，请换 CD-R 或 DVD±R。'],
  [/C0AA0404|too (?:big|large)|not enough (?:space|room)|exceeds|no space/i, '这张光盘放不下映像，请换容量更大的光盘，或按较小的介质重新分盘。'],
  [/00AA0007|verif(?:y|ication).*(?:fail|error)|did not pass/i, '刻完后校验不通过，这张光盘不能用。请换一张光盘，用较低的速度重刻。'],
  [/C0AA030[0-9A]|loss of streaming|buffer under|write error|medium error|power calibration|i\/o error|sense/i, '刻录时写入出错，这张光盘已不能用。请换一张光盘（最好换一个牌子）再试，并检查光驱。'],
];

/** Turns what a burning program said into what a person can do. The program's own words stay in the details. */
export function burnFailure(words: string): AppError {
  const meaning = meanings.find(([pattern]) => pattern.test(words))?.[1];
  const last = words.trim().split('\n').slice(-6).join('\n').slice(-600);
  return new AppError('burn-failed', meaning ?? '刻录没有完成，这张光盘可能已不能用。请换一张光盘再试；仍不行时，把映像文件拷到别的电脑刻录。', { said: last });
}

import type { TemplateFault } from '../../../shared/ipc/template-channels.ts';

/** Part and place in one: 正文第3段, 页眉2 第1段; empty for a file that cannot be read. */
export function faultPlace({ part, place }: TemplateFault): string {
  return /\d$/.test(part) && place !== '' ? `${part} ${place}` : `${part}${place}`;
}

/** One line for the clipboard: 正文第3段 {巡检日斯}：没有…。是否想写…？ */
export function faultLine(fault: TemplateFault): string {
  const where = [faultPlace(fault), fault.tag].filter((text) => text !== '').join(' ');
  return `${where === '' ? '' : `${where}：`}${fault.message}${fault.suggestion ?? ''}`;
}

import { chatHeading, chatSeparator } from './chat-heading.ts';

/** Lines that are looked at: a chat shows itself at once. */
const lookedAt = 200;
/** Any day does: only the shape of the lines counts here. */
const someDay = '2025-01-01';

/** Whether a text from the clipboard is a copied chat: it says so, or two of its lines are headings of messages. */
export function looksLikeChat(text: string): boolean {
  if (text.includes('\t') || text.length > 2_000_000) return false;
  const lines = text.slice(0, 40_000).split(/\r?\n/, lookedAt);
  if (lines.slice(0, 3).some((line) => line.length < 200 && /的聊天记录如下|消息记录（此消息记录为文本格式/.test(line))) return true;
  let certain = 0;
  let separators = 0;
  const plain: string[] = [];
  const spoken = new Map<string, number>();
  for (const line of lines) {
    const heading = chatHeading(line, someDay);
    if (heading === undefined) {
      if (chatSeparator(line, someDay) !== undefined) separators++;
      continue;
    }
    if (heading.isPlainName) plain.push(heading.speaker);
    if (heading.certain) certain++;
    else spoken.set(heading.speaker, (spoken.get(heading.speaker) ?? 0) + 1);
  }
  if (certain >= 2 || (certain === 1 && separators > 0) || (plain.length >= 3 && new Set(plain).size < plain.length)) return true;
  return [...spoken.values()].filter((count) => count >= 2).length >= 2;
}

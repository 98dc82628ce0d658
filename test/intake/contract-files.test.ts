import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/app-error.ts';
import { readZip } from '../../electron/files/zip-reader.ts';
import { writeZip } from '../../electron/files/zip-writer.ts';
import { readContract } from '../../electron/intake/read-contract.ts';
import { scannedContract, wordContract } from './contract-docx.ts';
import { essence, fixtureText, itemLines, namedDeliverables, questionIds, readText } from './contract-fixtures.ts';

const clean = fixtureText('clean-articles');
const fixtureBytes = (name: string): Buffer => readFileSync(path.join(import.meta.dirname, '..', 'fixtures', 'contracts', name));

function failure(bytes: Uint8Array, name = '合同.txt'): string {
  try {
    readContract(bytes, name);
  } catch (error) {
    return error instanceof AppError ? `${error.code}: ${error.message}` : `unexpected ${String(error)}`;
  }
  return 'read';
}

/** The compound file that Word 97 and password protection share, with one stream name in it. */
function compoundFile(stream: string): Buffer {
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le'), Buffer.alloc(600)]);
}

describe('a contract file in any encoding', () => {
  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${clean}`, 'utf8')],
    ['GB18030', fixtureBytes('clean-articles.gb18030.txt')],
    ['UTF-16 little-endian with a mark', Buffer.from(`\ufeff${clean}`, 'utf16le')],
    ['UTF-16 little-endian without a mark', Buffer.from(clean, 'utf16le')],
    ['UTF-16 big-endian with a mark', Buffer.from(`\ufeff${clean}`, 'utf16le').swap16()],
    ['old Mac line ends', Buffer.from(clean.replaceAll('\n', '\r'), 'utf8')],
    ['full-width digits and blanks', Buffer.from(clean.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).replace(/：/g, '：　'), 'utf8')],
    ['UTF-8 cut in the middle of a character', Buffer.from(`${clean}完`, 'utf8').subarray(0, -1)],
  ])('%s', (_name, bytes) => {
    const expected = readText(clean).profile;
    const { profile } = readContract(bytes, '合同.txt');
    expect(essence(profile)).toEqual(essence(expected));
    expect(itemLines(profile)).toEqual(itemLines(expected));
  });
});

describe('a contract in Word', () => {
  it('is read with its automatic numbers, tables, tracked changes and soft breaks', async () => {
    const { profile, questions } = readContract(await wordContract(), '合同.docx');
    expect(essence(profile)).toMatchObject({
      title: '林原县智慧水务平台运维服务合同', projectName: '林原县智慧水务平台运维服务项目', deliverablePrefix: '林原县智慧水务平台运维服务项目',
      client: { name: '林原县示例水务局', address: '林原县示例路1号', phone: '0570-55501111' }, vendor: { name: '清源示例信息技术有限公司', address: '林原县样例路2号', phone: '0570-55502222' },
      signedOn: '2024-12-25', service: { from: '2025-01-01', to: '2025-12-31' }, acceptance: { deadline: '2026-01-31', deadlineIncluded: true },
      serviceLevel: { answerMinutes: 60, restoreMinutes: 480 }, reporting: { everyMonths: 1 }, delivery: { forms: ['纸质'], copies: 1 },
    });
    expect(profile.price).toMatchObject({ total: 240000, installments: [{ percent: 50, amount: 120000 }, { percent: 50, amount: 120000 }] });
    expect(itemLines(profile)).toEqual(['1 平台巡检服务 人月 12 10000 120000 inspection', '2 数据备份服务 人月 12 10000 120000 backup-run']);
    expect(namedDeliverables(profile)).toEqual(['quarterly-report 林原县智慧水务平台运维服务项目季度总结报告', 'inspection 林原县智慧水务平台运维服务项目巡检记录表']);
    expect(questionIds(questions)).toEqual(['acceptance-deadline', 'review-days', 'change-quota', 'confidentiality', 'people']);
    expect(profile.sources['acceptance.deadline']).toBe('3.1乙方应于2026年1月31日（含）前交付，验收以双方签字的验收单为准。');
  });

  it('of pictures only is refused with what to do', async () => {
    expect(failure(await scannedContract(), '扫描件.docx')).toBe('unreadable-file: 这份 .docx 里只有图片（1 张），没有文字，应是扫描件。请先用文字识别软件转成文字，或使用合同的电子原稿。');
  });

  it('with an entity declaration is refused', async () => {
    const members = [...readZip(await wordContract()).values()].map((member) => (member.name === 'word/document.xml' ? { name: member.name, bytes: Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><w:document><w:p/></w:document>') } : member));
    expect(failure(writeZip(members))).toBe('unreadable-file: 文件内部含有不应出现的文档类型声明，已拒绝打开。');
  });
});

describe('files that are no contract', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'unreadable-file: “合同.txt”是空文件，里面没有合同内容。'],
    ['blank lines', Buffer.from(' \r\n\r\n　\t'), 'unreadable-file: “合同.txt”里没有文字，是空的。'],
    ['a notice', Buffer.from(fixtureText('not-a-contract')), 'not-a-contract: “合同.txt”不像运维服务合同：没有找到甲方和乙方、“合同”或“协议”字样、日期或期限、金额、服务或运维内容。请选择合同正文的 .docx 或 .txt 文件。'],
    ['a PDF', Buffer.from('%PDF-1.7\n…'), 'unreadable-file: 这是 PDF 文件。请用 Word 或 WPS 把合同另存为 .docx，或把文字复制到 .txt 文件后再导入。'],
    ['an old .doc', compoundFile('WordDocument'), 'unreadable-file: 这是旧版 .doc（或 .wps、.xls）文件。请在 Word 或 WPS 中另存为 .docx 后再导入。'],
    ['a protected .docx', compoundFile('EncryptedPackage'), 'unreadable-file: 这份文件设置了打开密码。请在 Word 或 WPS 中去掉密码后再导入。'],
    ['an RTF', Buffer.from('{\\rtf1\\ansi}'), 'unreadable-file: 这是 RTF 文件。请用 Word 或 WPS 另存为 .docx 后再导入。'],
    ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), 'unreadable-file: 这是图片，没有文字。请先用文字识别软件转成文字，或使用合同的电子原稿。'],
    ['a program', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0xff, 0xff, 1, 2, 3]), 'unreadable-file: 这不是文字文件，读不出内容。请选择 .docx 或 .txt 格式的合同。'],
    ['a workbook', writeZip([{ name: '_rels/.rels', bytes: Buffer.from('<Relationships><Relationship Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>') }, { name: 'xl/workbook.xml', bytes: Buffer.from('<workbook/>') }]), 'unreadable-file: 这是Excel 表格，不是 Word 文档。请选择 .docx 或 .txt 格式的合同。'],
    ['a zip of other things', writeZip([{ name: 'a.txt', bytes: Buffer.from('x') }]), 'unreadable-file: 这是压缩包，不是 Word 文档。请选择 .docx 或 .txt 格式的合同。'],
    ['far more text than a contract', Buffer.from(`${clean}\n`.repeat(220)), 'unreadable-file: “合同.txt”有 34 万字，超过 30 万字，不像是一份合同，没有读取。'],
  ])('%s', (_name, bytes, message) => {
    expect(failure(bytes)).toBe(message);
  });
});

describe('a profile as .json', () => {
  const { profile } = readText(clean);

  it('comes back as it was, with its questions', () => {
    expect(readContract(Buffer.from(JSON.stringify(profile)), '档案.json')).toEqual({ profile, questions: profile.questions });
  });

  it('with a wrong field is refused, naming the field', () => {
    let problems: unknown;
    try {
      readContract(Buffer.from(JSON.stringify({ ...profile, signedOn: '2025-02-30' })), '档案.json');
    } catch (error) {
      problems = error instanceof AppError ? [error.code, error.details] : error;
    }
    expect(problems).toEqual(['invalid-input', { problems: [{ place: 'signedOn', message: '日期应写作 2024-08-05' }] }]);
    expect(failure(Buffer.from('{"title":'), '档案.json')).toBe('unreadable-file: 这份 .json 文件不完整，读不出合同档案。');
  });
});

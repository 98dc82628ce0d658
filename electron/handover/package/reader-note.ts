import { formatChineseDate } from '../../../shared/dates.ts';
import type { CataloguedFile, Organization, PackageDescription } from './description.ts';
import { formatSize } from './bag-info.ts';

export const readerNoteName = '说明文件.TXT';

const ruler = '────────────────────────────';

function organizationLines(role: string, organization: Organization): string[] {
  return [
    `${role}：${organization.name}`,
    ...[
      ['地址', organization.address],
      ['联系人', organization.contact],
      ['电话', organization.phone],
      ['邮箱', organization.email],
    ].flatMap(([label, value]) => (value ? [`　　${label}：${value}`] : [])),
  ];
}

function countsByKind(documents: readonly CataloguedFile[]): string[] {
  const kinds = Map.groupBy(documents, (document) => document.kind);
  return [...kinds].map(([kind, files]) => `　　${kind}：${files.length} 个文件`);
}

/** 载体起止顺序号, and what lies on each disc. */
function discLines({ discs = [] }: PackageDescription): string[] {
  if (discs.length < 2) return [];
  return [
    `　　本次移交共 ${discs.length} 张光盘（顺序号 1—${discs.length}），每张自带目录和清单，可单独校验：`,
    ...discs.flatMap(({ number, groups, files, bytes }) => [`　　第 ${number} 盘：${files} 个文件，${formatSize(bytes)}`, ...groups.map((group) => `　　　　${group}`)]),
  ];
}

/**
 * 说明文件.TXT, which 《电子档案移交与接收办法》（档发〔2012〕7号）附件2 asks for at the root: facts of the medium, who made, checks and
 * keeps it, and what is needed to read it. CRLF and a byte order mark, so that Notepad of every Windows version shows it.
 */
export function formatReaderNote(
  description: PackageDescription,
  documents: readonly CataloguedFile[],
  payloadBytes: number,
): string {
  const { period, medium } = description;
  const lines = [
    description.title,
    ruler,
    `项目名称：${description.projectName}`,
    `合同名称：${description.contractName}`,
    ...(description.contractNumber === '' ? [] : [`合同编号：${description.contractNumber}`]),
    `起止日期：${formatChineseDate(period.from)}至${formatChineseDate(period.to)}`,
    `密　　级：${description.secrecy || '无'}`,
    ...(description.retention === '' ? [] : [`保管期限：${description.retention}`]),
    '',
    '一、载体',
    `载体类型：${medium.kind}`,
    `载体编号：${medium.number}`,
    `载体序号：${medium.position}`,
    `文件数量：${documents.length} 个`,
    `数 据 量：${(payloadBytes / 1e9).toFixed(3)} GB（${formatSize(payloadBytes)}，${payloadBytes} 字节）`,
    '数字摘要：SHA-256',
    `制作日期：${formatChineseDate(description.producedOn)}`,
    ...organizationLines('制作单位', description.vendor),
    ...organizationLines('保管单位', description.customer),
    '检查单位：',
    '',
    '二、内容',
    ...countsByKind(documents),
    ...discLines(description),
    '',
    '三、目录结构',
    '　　目录.html：用浏览器打开的目录，点题名即打开文件',
    '　　文件目录.XML：按《电子档案移交与接收办法》所列项目编制的目录',
    '　　data/电子档案/：电子文件，按年度、类别分文件夹',
    '　　data/其他/：移交清单、电子文件命名规则',
    '　　manifest-sha256.txt：data 内文件的 SHA-256 清单',
    '　　tagmanifest-sha256.txt：其余文件的 SHA-256 清单',
    '　　bagit.txt、bag-info.txt：打包格式说明（BagIt 1.0，RFC 8493）',
    '　　校验.cmd、校验.sh：校验程序',
    '',
    '四、读取所需的软硬件',
    '　　能读 ISO 9660（Joliet）光盘或文件夹的计算机；',
    '　　.docx、.xlsx：Word 2010、WPS Office、LibreOffice 或更新的版本；',
    '　　.pdf、.jpg、.png：常见的阅读器；.html：任何浏览器。',
    '　　全部文件未压缩、未加密。',
    '',
    '五、校验',
    '　　Windows：双击“校验.cmd”；Linux、macOS：在终端运行 sh 校验.sh。均无需安装软件。',
    '　　逐个文件计算摘要并与清单比较，指出被改动、缺少和多出的文件。',
    ...(description.remarks.length === 0 ? [] : ['', '六、其他说明', ...description.remarks.map((remark) => `　　${remark}`)]),
  ];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

import type { AppErrorCode } from '../../shared/app-error.ts';
import type { ReportState } from '../../shared/figures/report-clocks.ts';

/** Exit numbers: 0 done, 1 internal fault, 2 bad input or usage, 3 findings. */
export const exitNumbers = { done: 0, internal: 1, badInput: 2, findings: 3 } as const;

/** The exit number of a failure. */
export function exitNumberOf(code: AppErrorCode): number {
  return code === 'internal' ? exitNumbers.internal : exitNumbers.badInput;
}

export const usage = `用法：npm run -s binder -- 命令 [选项]

  new       --data 目录 --contract 文件(.txt|.docx|.json)   从合同建立档案，列出要确认的问题
  sample    --data 目录 [--seed 数] [--until 日期] [--gaps] [--scans]
                                                             填入一个服务年度的示范记录；--gaps 埋入已知问题，
                                                             --scans 给一部分签过字的单据配上画出来的扫描件
  list      --data 目录 --kind 类型 [--from 日期] [--to 日期]
  add       --data 目录 --kind 类型 --file 文件|-            一条或一组记录（JSON），要么全部保存要么都不保存；
                                                             栏目名见 list --json，合同自定的栏目写在 extra 里：{"body":{…},"extra":{…}}；
                                                             改已印在签过字的文件上的记录要加 --reason 修改原因
  import    --data 目录 --kind 类型 文件.xlsx [--dry-run]    从 Excel 导入
  import    --data 目录 --kind 类型 --template 文件.xlsx     写出可填写的空表
  check     --data 目录 [--today 日期] [--report 文件.docx]  验收预检；--report 写出可打印的预检报告
  report    status --data 目录 [--today 日期]              各期报告的进度，冻结以后哪些数字变了
  report    freeze 报告编号 --data 目录 [--reason 原因]     冻结报告数字；再次冻结要写明原因
  report    keep 报告编号 --data 目录 --reason 说明         冻结后数字变了而报告不改：保留原数并说明
  render    --data 目录 --out 目录 [--deliverable 代号] [--from 日期] [--to 日期]
  bind      --data 目录 --out 目录 [--profile simple|archive]  装订成卷：每卷一份可打印的 PDF（简装或按档案要求立卷）
  handover  --data 目录 --out 目录 [--iso 文件] [--medium folder|cd|dvd|bd] [--today 日期] [--no-binding]
                                                             放不下一张光盘时按卷分成几张，各自完整；本机有 Word、WPS 或
                                                             LibreOffice 时一并装订，光盘带 PDF 并注明卷号、页号；
                                                             --no-binding 不装订，只注明卷号
  verify    路径                                             核对交付包目录、.iso、光盘或光驱（/dev/sr0、\\\\.\\D:）
  fill      模板 数据.json 输出文件                          用一份数据试填模板；照片写作 {"图片文件":"现场.jpg"}
  template  check 模板 [--kind 类型 [--data 目录]]          检查模板的标签；--kind 连栏目名一起核对，
                                                             --data 让合同自定的栏目也算数
  backup    --data 目录 --out 文件 [--passphrase-file 文件|-]   .zip；文件名以 .7z 结尾的用 AES-256 加密，不给密码就生成一个
  restore   文件 --data 目录 [--passphrase-file 文件|-]
  carry     --data 目录 --file 许可.json --out 目录 [--passphrase-file 文件|-]
                                                             带离电脑的副本：加密并登记携出介质台账；栏目名见 README

各命令都可以加 --json（输出一个 JSON 值）和 --contract-id 代号（数据目录里有多份合同时）。
退出码：0 完成，1 程序内部错误，2 输入或用法有误，3 发现问题。`;

export const reportStateNames = {
  'not-due': '未到期', due: '待编制', draft: '草稿', written: '待提交', 'in-review': '评审中', 'review-over': '评审期满', approved: '已通过', 'silently-approved': '默认通过', questioned: '有质疑',
} satisfies Record<ReportState, string>;

export const severityNames = { error: '错误', warning: '警告', notice: '提示' } as const;

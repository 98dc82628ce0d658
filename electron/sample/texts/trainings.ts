export type TrainingText = {
  readonly type: '系统操作培训' | '管理员培训' | '安全保密教育' | '应急培训';
  readonly topic: string;
  readonly purpose: string;
  readonly summary: string;
  readonly materials: string;
  readonly evaluation: string;
  /** The vendor's own staff attend too. */
  readonly withVendor: boolean;
};

export const trainingTexts: readonly TrainingText[] = [
  { type: '系统操作培训', topic: '举报受理与线索转办操作培训', purpose: '使受理岗位熟悉登记、转办、退回、合并等操作', summary: '一、举报登记与附件上传；二、线索转办、退回与撤回；三、重复举报识别；四、常见错误与处理。', materials: '操作手册一册、练习题一套', evaluation: '现场练习全部完成，随堂测试平均 92 分。', withVendor: false },
  { type: '安全保密教育', topic: '网络安全与保密教育', purpose: '落实合同安全保密条款，增强数据安全和保密意识', summary: '一、保密协议主要义务；二、账号口令管理；三、数据提取与介质管理要求；四、典型案例分析；五、签订个人保密承诺。', materials: '课件一份、保密承诺书、测试卷', evaluation: '全员通过测试，承诺书全部签订。', withVendor: true },
  { type: '系统操作培训', topic: '一张图查询与专题制图培训', purpose: '使业务科室能独立完成地图查询和专题图制作', summary: '一、图层与图例；二、框选和周边查询；三、热点分析口径；四、专题图排版与打印。', materials: '课件一份、示例工程', evaluation: '学员均完成一幅专题图，反馈良好。', withVendor: false },
  { type: '管理员培训', topic: '系统管理员培训', purpose: '使管理员掌握账号、权限、字典和日志管理', summary: '一、账号与角色配置；二、数据权限规则；三、字典维护；四、日志查询与数据提取登记。', materials: '管理员手册一册', evaluation: '管理员独立完成账号开通与停用操作。', withVendor: false },
  { type: '系统操作培训', topic: '移动执法终端使用培训', purpose: '提高现场执法终端使用熟练程度', summary: '一、离线数据下载；二、现场检查与拍照；三、文书打印与签名；四、断网与补传处理。', materials: '快速上手卡片、演示终端', evaluation: '现场模拟检查全部完成，问题当场解答。', withVendor: false },
  { type: '应急培训', topic: '故障报告与应急处置培训', purpose: '明确故障报告渠道和应急处置分工', summary: '一、7×24 热线与报告要素；二、应急预案流程；三、上报时限；四、桌面推演。', materials: '应急预案、联系人卡片', evaluation: '参训人员掌握报告流程，推演顺利。', withVendor: true },
  { type: '系统操作培训', topic: '统计报表与驾驶舱应用培训', purpose: '统一统计口径，规范报表使用', summary: '一、常用报表口径；二、驾驶舱下钻；三、导出与打印；四、数据质量要求。', materials: '口径说明、操作视频', evaluation: '问卷满意率较高，建议增加练习时间。', withVendor: false },
];

export const trainingPlaces: readonly string[] = ['三层培训教室', '二层会议室', '信息中心机房会议室', '一层多功能厅'];

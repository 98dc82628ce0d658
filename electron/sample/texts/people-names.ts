/** Invented names and places of work. Nobody real is meant. */

export const surnames: readonly string[] = [
  '沈', '顾', '陆', '秦', '邵', '温', '卢', '魏', '蒋', '傅', '程', '袁', '苏', '叶', '梁', '唐', '江', '方', '尹', '康',
  '白', '薛', '龚', '段', '雷', '侯', '孟', '龙', '陶', '贺', '毛', '郝', '常', '武', '钱', '严', '莫', '洪', '季', '岳',
];

export const givenNames: readonly string[] = [
  '亦然', '文澜', '书航', '清源', '思齐', '立言', '博远', '若溪', '怀瑾', '景行', '知夏', '明轩', '静姝', '远山', '修竹', '令仪',
  '子墨', '望舒', '启明', '云舟', '嘉禾', '晓岚', '承安', '一诺', '雨桐', '志恒', '海宁', '佳颖', '向晨', '秋实', '星野', '北辰',
  '慧敏', '长青', '予安', '雅楠', '松涛', '闻道', '晴川', '予宁', '维中', '树人', '月明', '凌霄', '乐山', '可心', '青禾', '泽宇',
];

/** Departments of a health-supervision customer; each user belongs to one. */
export const userUnits: readonly string[] = [
  '投诉举报受理科', '打非工作专班', '综合执法一队', '综合执法二队', '稽查与法制科', '信息管理科', '医疗监督科',
  '东片区监督站', '西片区监督站', '南片区监督站', '北片区监督站', '办公室',
];

export const userPositions: readonly string[] = ['科员', '主任科员', '副科长', '科长', '监督员', '主办监督员', '内勤', '系统管理员'];

/** What the members of the vendor's team do, in the order in which a team is filled. */
export const engineerRoles: readonly { readonly role: string; readonly specialty: 'support' | 'application' | 'platform' | 'security' }[] = [
  { role: '应用运维工程师', specialty: 'application' },
  { role: '客户支持工程师', specialty: 'support' },
  { role: '系统与数据库工程师', specialty: 'platform' },
  { role: '安全运维工程师', specialty: 'security' },
  { role: '客户支持工程师', specialty: 'support' },
  { role: '应用开发工程师', specialty: 'application' },
  { role: '驻场运维工程师', specialty: 'platform' },
  { role: '客户支持工程师', specialty: 'support' },
];

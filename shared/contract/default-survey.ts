import type { ContractProfile } from './profile.ts';

/** A satisfaction form of 100 points for maintenance and small changes; a starting point that every contract replaces with its own. */
export const defaultSurveyCriteria: ContractProfile['surveyCriteria'] = [
  { criterion: '任务理解与完成度', standard: '准确理解需求并按约定完成；每有一项偏差扣 2 分', fullScore: 10 },
  { criterion: '服务规范性', standard: '按流程受理、处理、回告并留下记录；每缺一个环节扣 2 分', fullScore: 10 },
  { criterion: '服务态度', standard: '主动、耐心、用语文明；每有一次有效投诉扣 5 分', fullScore: 10 },
  { criterion: '服务及时性', standard: '在约定时限内应答和恢复；每超时一次扣 2 分', fullScore: 10 },
  { criterion: '技术能力', standard: '能独立定位并解决问题；每有一次反复处理扣 2 分', fullScore: 10 },
  { criterion: '处置效果', standard: '问题彻底解决、不再重复发生；每重复发生一次扣 3 分', fullScore: 15 },
  { criterion: '优化建议', standard: '定期到场汇报并提出改进建议；每缺一次汇报扣 4 分', fullScore: 15 },
  { criterion: '文档管理', standard: '记录、报告完整准确并按时提交；每缺一份扣 4 分', fullScore: 20 },
];

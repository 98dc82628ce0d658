import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { ReportState } from '../../shared/figures/report-clocks.ts';
import { reportWords } from '../words/overview-pictures.ts';

const colors = {
  'not-due': 'default', due: 'red', draft: 'gold', written: 'orange', 'in-review': 'blue', 'review-over': 'orange', approved: 'green', 'silently-approved': 'green', questioned: 'red',
} satisfies Record<ReportState, string>;

/** Where the report of a period stands. */
export function ReportStateTag(props: { readonly state: ReportState }): ReactNode {
  return <Tag color={colors[props.state]}>{reportWords.states[props.state]}</Tag>;
}

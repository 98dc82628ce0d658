import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { RecordStatus } from '../../shared/records/record.ts';
import type { Severity } from '../../shared/rules/finding.ts';
import { severityWords, statusWords } from '../words/common.ts';

const severityColors = { error: 'red', warning: 'orange', notice: 'blue' } as const;
const statusColors = { draft: 'gold', final: 'green', void: 'default' } as const;

export function SeverityTag(props: { readonly severity: Severity }): ReactNode {
  return <Tag color={severityColors[props.severity]}>{severityWords[props.severity]}</Tag>;
}

export function StatusTag(props: { readonly status: RecordStatus }): ReactNode {
  return <Tag color={statusColors[props.status]}>{statusWords[props.status]}</Tag>;
}

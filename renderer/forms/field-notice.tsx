import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useOpenRecord } from '../state/open-record.ts';
import type { Path } from '../state/at-path.ts';
import { useFormNotice } from './form-context.ts';

/** What is worth a look at a field: it does not keep anybody from saving. */
export function FieldNotice(props: { readonly path: Path }): ReactNode {
  const notice = useFormNotice(props.path);
  const openRecord = useOpenRecord();
  if (notice === undefined) return null;
  const { open } = notice;
  return (
    <div className={`field-notice field-notice-${notice.tone}`}>
      <output>{notice.text}</output>
      {open === undefined ? null : <Button type="link" size="small" onClick={() => void openRecord(open.id)}>{open.label}</Button>}
    </div>
  );
}

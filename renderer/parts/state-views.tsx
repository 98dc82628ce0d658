import { Button, Empty, Result, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { Failure } from '../../shared/result.ts';
import { commonWords } from '../words/common.ts';
import { failureTitle } from '../words/errors.ts';
import { ProblemList } from './problem-list.tsx';

/** While the first answer is on its way. */
export function LoadingView(): ReactNode {
  return (
    <output className="state-view" aria-label={commonWords.loading}>
      <Skeleton active paragraph={{ rows: 6 }} />
    </output>
  );
}

/** What failed, why, and a way to try again. */
export function FailureView(props: { readonly failure: Failure; readonly retry?: () => void }): ReactNode {
  const { failure, retry } = props;
  return (
    <div role="alert">
      <Result
        status="warning"
        title={failureTitle(failure.code)}
        subTitle={failure.message}
        extra={retry === undefined ? undefined : <Button type="primary" onClick={retry}>{commonWords.retry}</Button>}
      >
        <ProblemList failure={failure} />
      </Result>
    </div>
  );
}

/** Nothing here yet, and what a person can do about it. */
export function EmptyView(props: { readonly text: string; readonly children?: ReactNode }): ReactNode {
  return <Empty className="state-view" image={Empty.PRESENTED_IMAGE_SIMPLE} description={props.text}>{props.children}</Empty>;
}

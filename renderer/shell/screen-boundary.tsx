import { Button, Result } from 'antd';
import { Component, type ReactNode } from 'react';
import { shellWords } from '../words/shell.ts';

type Props = { readonly children: ReactNode };
type State = { readonly hasFailed: boolean };

/** A screen that breaks must not take the navigation with it. React offers this only to classes. */
export class ScreenBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false };

  static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <main className="page" role="alert">
        <Result status="error" title={shellWords.screenFailed} extra={<Button type="primary" onClick={() => location.reload()}>{shellWords.reload}</Button>} />
      </main>
    );
  }
}

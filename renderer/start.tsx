import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

/** Draws the window into its page. */
export function start(): void {
  const root = document.getElementById('root');
  if (root !== null) createRoot(root).render(<App />);
}

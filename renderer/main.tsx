import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import zhCN from 'zod/v4/locales/zh-CN.js';
import { App } from './app.tsx';
import './styles/app.css';
import './styles/forms.css';
import './styles/screens.css';

// The policy of the window forbids compiling schemas to code at run time.
z.config({ jitless: true, ...zhCN() });

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);

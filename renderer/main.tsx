import { z } from 'zod';
import zhCN from 'zod/v4/locales/zh-CN.js';
import 'antd/dist/antd.css';
import './styles/app.css';
import './styles/forms.css';
import './styles/attachments.css';
import './styles/records.css';
import './styles/screens.css';
import './styles/templates.css';
import './styles/settings.css';
import './styles/data.css';

// The policy of the window forbids compiling schemas to code at run time. Schemas look at this setting when they are made,
// so everything that makes one is loaded after it.
z.config({ jitless: true, ...zhCN() });

const { start } = await import('./start.tsx');
start();

import '@inlay/widgets/types/react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { asked } from '../../checks/values.js';
import { Check } from './Check';

const define = async () => (await import('@inlay/widgets')).defineAll();

if (asked === 'late') Object.assign(window, { define });
else await define();

const main = document.querySelector('main');
if (main?.firstChild) hydrateRoot(main, <Check name={asked} />);
else if (main) createRoot(main).render(<Check name={asked} />);

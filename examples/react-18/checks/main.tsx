import { createRoot, hydrateRoot } from 'react-dom/client';
import { asked } from '../../checks/values.js';
import { Check } from './Check';

// A component defines its element when it is first drawn.
if (asked === 'late') Object.assign(window, { define() {} });

const main = document.querySelector('main');
if (main?.firstChild) hydrateRoot(main, <Check name={asked} />);
else if (main) createRoot(main).render(<Check name={asked} />);
